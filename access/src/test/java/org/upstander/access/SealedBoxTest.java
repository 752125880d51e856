package org.upstander.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedBoxTest {

    private static final String ONE = Base64.getEncoder().encodeToString(bytes(1));
    private static final String OTHER = Base64.getUrlEncoder().encodeToString(bytes(0xFB));
    private static final byte[] SAID =
            "{\"text\":\"Well judged.\"}".getBytes(StandardCharsets.UTF_8);

    private static byte[] bytes(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static SealedBox box(String... keys) {
        return SealedBox.of("UPSTANDER_EVIDENCE_KEY", List.of(keys));
    }

    @Test
    void whatWasSealedOpensToTheVeryBytes() {
        byte[] sealed = box(ONE).seal(SAID, 1, 6, "p1-r1");

        assertThat(box(ONE).open(sealed, "p1-r1"))
                .hasValueSatisfying(
                        opened -> assertThat(opened).isEqualTo(Arrays.copyOfRange(SAID, 1, 7)));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("text");
    }

    @Test
    void noByteOfItMayBeChanged() {
        byte[] sealed = box(ONE).seal(SAID, 0, SAID.length, "p1-r1");

        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThat(box(ONE).open(changed, "p1-r1")).as("byte %d", at).isEmpty();
        }
        assertThat(box(ONE).open(Arrays.copyOf(sealed, 20), "p1-r1")).isEmpty();
    }

    @Test
    void itBelongsToOneThingOnly() {
        byte[] sealed = box(ONE).seal(SAID, 0, SAID.length, "p1-r1");

        assertThat(box(ONE).open(sealed, "p2-r1")).isEmpty();
    }

    @Test
    void theFirstKeySealsAndAllOpen() {
        byte[] old = box(ONE).seal(SAID, 0, SAID.length, "p1-r1");
        byte[] young = box(OTHER, ONE).seal(SAID, 0, SAID.length, "p1-r1");

        assertThat(box(OTHER, ONE).open(old, "p1-r1")).isPresent();
        assertThat(box(OTHER).open(young, "p1-r1")).isPresent();
        assertThat(box(OTHER).open(old, "p1-r1")).isEmpty();
        assertThat(box(ONE).keyId()).hasSize(8).isNotEqualTo(box(OTHER).keyId());
        assertThat(box().isOpenable()).isFalse();
        assertThat(box("", ONE).isOpenable()).isTrue();
    }

    /** Made once: what lies in Kafka and in databases must be opened by later versions, too. */
    @Test
    void theFormIsFrozen() {
        byte[] sealed = HexFormat.of().parseHex(FROZEN);

        assertThat(box(ONE).open(sealed, "p1-r1\napplication/json\nreceived"))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(SAID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "demo-evidence-key-of-the-repository", "AAAA", "!!!"})
    void whatIsNoKeyIsRefusedWithoutRepeatingIt(String key) {
        assertThatThrownBy(() -> box(key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("UPSTANDER_EVIDENCE_KEY")
                .hasMessageNotContaining(key);
    }

    private static final String FROZEN =
            "01000102030405060708090a0bc084e143588a2443dc3d82a84c"
                    + "49a2d6caa10e6edbb338991d19926b9cf57cbec4ada8a7c34c85";
}
