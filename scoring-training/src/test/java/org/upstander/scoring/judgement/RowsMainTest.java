package org.upstander.scoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsMainTest {
    private static final Path CORPUS = Path.of("../scoring-service/corpus");
    private static final Path SUITE = Path.of("../scoring-service/src/test/resources/staffcheck");

    @TempDir Path directory;

    @Test
    void shouldWriteARowForEachPersonAndPublicTextWithoutTheText() throws Exception {
        // Given: one part, and one public text
        Path corpus = Files.createDirectory(directory.resolve("corpus"));
        for (String file : List.of("answer.jsonl", "answer-roster.json")) {
            Files.copy(CORPUS.resolve(file), corpus.resolve(file));
        }
        Files.writeString(
                directory.resolve("civil-sample.jsonl"),
                "{\"id\":\"1\",\"text\":\"what a useless patch\",\"toxic\":0}\n");
        Path out = directory.resolve("rows.tsv");

        // When
        RowsMain.main(
                new String[] {
                    corpus.toString(), directory.toString(), SUITE.toString(), out.toString()
                });

        // Then
        List<String[]> rows = Files.readAllLines(out).stream().map(l -> l.split("\t", -1)).toList();
        assertThat(rows).allSatisfy(RowsMainTest::isWhole);
        Map<String, Long> parts =
                rows.stream().collect(Collectors.groupingBy(row -> row[1], Collectors.counting()));
        assertThat(parts.get("answer")).isGreaterThan(150);
        assertThat(parts.get("dev")).isGreaterThan(200);
        assertThat(parts.get("civil-sample")).isEqualTo(1);
        assertThat(Files.readString(out)).doesNotContain("patch");
    }

    private static void isWhole(String[] row) {
        assertThat(row).hasSize(15);
        int pieces = row[10].split(",").length;
        assertThat(row[11]).hasSize(pieces);
        assertThat(row[12]).hasSize(pieces);
        assertThat(row[13]).hasSize(EncoderHeads.DETAILS);
        assertThat(row[14].length()).isIn(0, pieces);
    }
}
