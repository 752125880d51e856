package org.upstander.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @Property(tries = 1000)
    void agreesWithTheJdkOnBytes(@ForAll @Size(max = 8) byte[] bytes) {
        assertThat(Utf8.valid(bytes, 0, bytes.length)).isEqualTo(jdk(bytes));
    }

    @Test
    void agreesWithTheJdkOnEveryPairAfterEveryLead() {
        for (int lead = 0x80; lead <= 0xFF; lead++) {
            for (int second = 0; second <= 0xFF; second++) {
                for (byte[] tail : new byte[][] {{}, {(byte) 0x80}, {(byte) 0x80, (byte) 0xBF}}) {
                    byte[] bytes = new byte[2 + tail.length];
                    bytes[0] = (byte) lead;
                    bytes[1] = (byte) second;
                    System.arraycopy(tail, 0, bytes, 2, tail.length);
                    assertThat(Utf8.valid(bytes, 0, bytes.length))
                            .as(HexFormat.of().formatHex(bytes))
                            .isEqualTo(jdk(bytes));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "é漢😀", "\uffff", "\udbff\udfff"})
    void takesWhatIsWritten(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8.valid(bytes, 0, bytes.length)).isTrue();
    }

    private static boolean jdk(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
