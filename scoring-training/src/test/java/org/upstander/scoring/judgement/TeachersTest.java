package org.upstander.scoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.scoring.text.Lexicon;

class TeachersTest {
    private static final Path CORPUS = Path.of("../scoring-service/corpus");
    private static final Path SAID = Path.of("gpu/teacher.tsv.gz");

    @TempDir Path directory;

    @Test
    void shouldSayNothingOfWhatTheyWereNotAsked() throws Exception {
        // Given
        Path file = directory.resolve("said.tsv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("post-1 cm-1\t0.785\nvcu 12\t0.02\n".getBytes());
        }

        // When
        Teachers teachers = Teachers.read(file);

        // Then
        assertThat(teachers.ofPost("post-1", "cm-1")).isEqualTo(0.785f);
        assertThat(teachers.ofPublic("vcu 12")).isEqualTo(0.02f);
        assertThat(teachers.ofPost("post-1", "cm-2")).isNaN();
        assertThat(Teachers.none().ofPost("post-1", "cm-1")).isNaN();
    }

    @Test
    void shouldKnowNearlyAllOfTheCorpusAsItIsBoundNow() throws Exception {
        // Given: what the teachers said on a GPU, long ago
        Teachers teachers = Teachers.read(SAID);
        byte[] vocabulary = new EncoderVocabulary(EncoderKind.BGE).bytes();
        try (EncoderTokenizer tokenizer =
                new EncoderTokenizer(new ByteArrayInputStream(vocabulary))) {
            EncoderRows rows = new EncoderRows(tokenizer, teachers, true);

            // When
            List<EncoderRow> bound = new ArrayList<>();
            TrainingCorpus.readAll(CORPUS, Lexicon.shipped(), 30).values().stream()
                    .flatMap(List::stream)
                    .forEach(c -> bound.addAll(rows.bound(c)));

            // Then: they know them, and mostly say what the label says
            List<EncoderRow> known =
                    bound.stream().filter(row -> !Float.isNaN(row.teacher())).toList();
            assertThat(known.size()).isGreaterThan(bound.size() * 9 / 10);
            assertThat(known).allSatisfy(row -> assertThat(row.teacher()).isBetween(0f, 1f));
            long agreed =
                    known.stream()
                            .filter(row -> row.teacher() > 0.5f == (row.attack() == 1))
                            .count();
            assertThat(agreed).isGreaterThan(known.size() * 3L / 4);
        }
    }

    /** Label and teachers count half each; without teachers the label alone. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.2, 0.9468", "0, 1, 1, 1.3863", "0, 1, NaN, 1.3863",
        "2, 0, 0.2, 0.9468", "-1, 0, 0.2, 0.3975", "-1, 0, NaN, 0.2877"
    })
    void shouldLearnHalfFromTheLabelAndHalfFromTheTeachers(
            int verdict, int attack, float teacher, double expected) {
        // Given: an encoder that finds all four verdicts alike
        byte[] unknown = new byte[EncoderHeads.DETAILS];
        Arrays.fill(unknown, (byte) -1);
        EncoderRow row = new EncoderRow(null, verdict, attack, teacher, unknown, null, 1f, null);
        try (NDManager manager = NDManager.newBaseManager()) {
            Bert.Output out =
                    new Bert.Output(
                            manager.zeros(new Shape(1, LinearModel.VERDICTS)),
                            manager.zeros(new Shape(1, EncoderHeads.DETAILS)),
                            manager.zeros(new Shape(1, 1)));
            EncoderBatch batch = new EncoderBatch(1, 1, null, null, null, null);

            // When
            float loss = EncoderLoss.of(List.of(row), batch, out, manager, 0).getFloat();

            // Then
            assertThat((double) loss).isCloseTo(expected, within(1e-3));
        }
    }
}
