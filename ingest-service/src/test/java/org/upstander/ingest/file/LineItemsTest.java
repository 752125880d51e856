package org.upstander.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.webhook.Deliveries;

/** Lines are found in blocks, and no edge of a block shows. */
class LineItemsTest {

    private static final int BLOCK = 64 * 1024;
    private static final int LONGEST = 1024 * 1024;

    /** The first line ends so far before or behind the edge. */
    @ParameterizedTest
    @ValueSource(ints = {-3, -2, -1, 0, 1, 2, 3})
    void aLineEndsNearTheEdgeOfABlock(int past) throws IOException {
        for (String end : List.of("\n", "\r\n")) {
            String first = line(1, BLOCK + past - end.length());
            assertThat(texts(first + end + line(2, 40) + end))
                    .containsExactly(text(first), text(line(2, 40)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 1})
    void theLastLineNeedsNoEnd(int length) throws IOException {
        assertThat(texts(line(1, length))).containsExactly(text(line(1, length)));
        assertThat(texts(line(2, 40) + "\n" + line(1, length)))
                .containsExactly(text(line(2, 40)), text(line(1, length)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ä", "€", "😀"})
    void aCharacterStandsAcrossTheEdge(String character) throws IOException {
        int bytes = character.getBytes(StandardCharsets.UTF_8).length;
        for (int before = 0; before <= bytes; before++) {
            String head = "{\"externalId\":\"1\",\"author\":{\"handle\":\"a\"},\"text\":\"";
            String text = "x".repeat(BLOCK - head.length() - before) + character + "y";
            assertThat(texts(head + text + "\"}\n" + line(2, 40)))
                    .containsExactly(text, text(line(2, 40)));
        }
    }

    @Test
    void blankLinesAreNoneAlsoAtTheEdge() throws IOException {
        assertThat(texts("\n".repeat(BLOCK + 1) + line(1, 40) + "\r\n \r\n")).hasSize(1);
        assertThat(texts("\n".repeat(BLOCK))).isEmpty();
        assertThat(texts("")).isEmpty();
    }

    @Test
    void aLineThatIsTooLongIsRefusedAlone() throws IOException {
        String longest = line(1, 40) + " ".repeat(LONGEST - 40);
        List<Handed<Draft.OfPost>> items =
                read(longest + "\n" + longest + " " + "\n" + line(3, 40), BLOCK, 500);
        assertThat(items).hasSize(3);
        assertThat(items.get(0)).isInstanceOf(Handed.Readable.class);
        assertThat(items.get(1)).isInstanceOf(Handed.Unreadable.class);
        assertThat(items.get(2)).isInstanceOf(Handed.Readable.class);
    }

    @Property(tries = 500)
    void anyLinesComeOutTheSameInBlocksOfAnySize(
            @ForAll("files") String file,
            @ForAll @IntRange(min = 1, max = 40) int block,
            @ForAll @IntRange(min = 1, max = 7) int most)
            throws IOException {
        assertThat(drafts(read(file, block, most))).isEqualTo(drafts(oneByOne(file)));
    }

    @Provide
    Arbitrary<String> files() {
        Arbitrary<String> text =
                Arbitraries.of("a", "ä", "€", "😀", " ", "\\n", "{", "x".repeat(50));
        Arbitrary<String> line =
                Arbitraries.oneOf(
                        text.list()
                                .ofMaxSize(5)
                                .map(
                                        words ->
                                                "{\"externalId\":\"1\",\"text\":\""
                                                        + String.join("", words)
                                                        + "\"}"),
                        Arbitraries.of("", " ", "\t", "\r", "{", "null", "[1]", "ä"));
        Arbitrary<String> end = Arbitraries.of("\n", "\r\n", "\n\n");
        return Combinators.combine(line, end)
                .as((one, other) -> one + other)
                .list()
                .ofMaxSize(8)
                .flatMap(lines -> line.map(last -> String.join("", lines) + last));
    }

    /** As somebody would read them who has no blocks. */
    private static List<Handed<Draft.OfPost>> oneByOne(String file) {
        List<Handed<Draft.OfPost>> items = new ArrayList<>();
        for (String line : file.split("\n", -1)) {
            if (!line.isBlank()) {
                try {
                    items.addAll(read(line, BLOCK, 1));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return items;
    }

    private static List<Object> drafts(List<Handed<Draft.OfPost>> items) {
        List<Object> drafts = new ArrayList<>();
        for (Handed<Draft.OfPost> item : items) {
            drafts.add(item instanceof Handed.Readable<Draft.OfPost> good ? good.draft() : item);
        }
        return drafts;
    }

    private static List<String> texts(String file) throws IOException {
        return read(file, BLOCK, 500).stream()
                .map(item -> ((Handed.Readable<Draft.OfPost>) item).draft().text())
                .toList();
    }

    /**
     * @param block no reading brings more bytes
     * @param most items at a time
     */
    private static List<Handed<Draft.OfPost>> read(String file, int block, int most)
            throws IOException {
        List<Handed<Draft.OfPost>> all = new ArrayList<>();
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        try (FilesReader.Items items =
                new LineItems(
                        new FilterInputStream(new ByteArrayInputStream(bytes)) {
                            @Override
                            public int read(byte[] into, int from, int length) throws IOException {
                                return super.read(into, from, Math.min(block, length));
                            }
                        },
                        Deliveries.PRIVATE)) {
            List<Handed<Draft.OfPost>> part = items.next(most);
            while (!part.isEmpty()) {
                assertThat(part).hasSizeLessThanOrEqualTo(most);
                all.addAll(part);
                part = items.next(most);
            }
        }
        return all;
    }

    /** So many bytes. */
    private static String line(int number, int bytes) {
        String empty = "{\"externalId\":\"%d\",\"text\":\"\"}".formatted(number);
        return empty.replace("\"\"", "\"" + "x".repeat(bytes - empty.length()) + "\"");
    }

    private static String text(String line) {
        return line.substring(line.lastIndexOf(":\"") + 2, line.length() - 2);
    }
}
