package org.upstander.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LinesTest {

    @Property(tries = 300)
    void howTheBytesArriveMakesNoDifference(
            @ForAll
                    @CharRange(from = '\n', to = '\r')
                    @CharRange(from = 'a', to = 'c')
                    @StringLength(max = 60)
                    String text,
            @ForAll @IntRange(min = 1, max = 7) int piece) {
        // Given
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Lines lines = new Lines();

        // When
        for (int i = 0; i < bytes.length; i += piece) {
            lines.add(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + piece)));
        }
        lines.end();

        // Then
        List<String> expected =
                Arrays.stream(text.split("\n", -1))
                        .map(line -> line.replaceAll("^[ \\r\\t]+", ""))
                        .filter(line -> !line.isEmpty())
                        .toList();
        assertThat(texts(lines)).isEqualTo(expected);
    }

    @Test
    @Timeout(10)
    void aLongLineThatComesByteByByteIsNotCopiedForEach() {
        Lines lines = new Lines();
        for (int i = 0; i < HttpLimits.LINE_BYTES; i++) {
            lines.add(new byte[] {'x'});
        }
        lines.end();
        assertThat(lines.take()).extracting(Slice::length).containsExactly(HttpLimits.LINE_BYTES);
    }

    @Test
    void aLineOverTheLimitIsPassedOverAndItsNeighboursAreNot() {
        // Given
        Lines lines = new Lines();
        byte[] part = "x".repeat(HttpLimits.LINE_BYTES / 2).getBytes(StandardCharsets.US_ASCII);

        // When
        lines.add("a\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 5; i++) {
            lines.add(part);
        }
        lines.add("x\nb".getBytes(StandardCharsets.US_ASCII));
        lines.end();

        // Then
        List<Slice> taken = lines.take();
        assertThat(taken).hasSize(3);
        assertThat(taken.get(1)).isSameAs(Slice.TOO_LONG);
        assertThat(text(taken.get(2))).isEqualTo("b");
    }

    @Test
    void aLongLineThatEndsTheBodyIsStillToldOf() {
        Lines lines = new Lines();
        lines.add(new byte[HttpLimits.LINE_BYTES + 1]);
        lines.end();

        assertThat(lines.take()).containsExactly(Slice.TOO_LONG);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() {
        Lines lines = new Lines();
        lines.add("\ufeffa\n\ufeffb".getBytes(StandardCharsets.UTF_8));
        lines.end();

        assertThat(texts(lines)).containsExactly("a", "\ufeffb");
    }

    @Test
    void isFullByLinesAndByBytes() {
        Lines many = new Lines();
        many.add("a\n".repeat(499).getBytes(StandardCharsets.US_ASCII));
        assertThat(many.full()).isFalse();
        many.add("a\na\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(many.full()).isTrue();
        assertThat(many.take()).hasSize(500);
        assertThat(many.take()).hasSize(1);

        Lines large = new Lines();
        String line = "a".repeat(HttpLimits.CHUNK_BYTES / 2) + "\n";
        large.add(line.getBytes(StandardCharsets.US_ASCII));
        assertThat(large.full()).isFalse();
        large.add(line.getBytes(StandardCharsets.US_ASCII));
        assertThat(large.full()).isTrue();
    }

    private static List<String> texts(Lines lines) {
        List<String> texts = new ArrayList<>();
        while (!lines.isEmpty()) {
            lines.take().forEach(line -> texts.add(text(line)));
        }
        return texts;
    }

    private static String text(Slice slice) {
        return new String(slice.data(), slice.from(), slice.length(), StandardCharsets.UTF_8);
    }
}
