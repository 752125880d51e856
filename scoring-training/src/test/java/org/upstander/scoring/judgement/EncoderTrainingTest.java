package org.upstander.scoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.scoring.text.Lexicon;

/** A training on a slice of the corpus: short, but whole. */
class EncoderTrainingTest {
    private static final Path CORPUS = Path.of("../scoring-service/corpus");
    private static final int CASES_OF_PART = 12;
    private static final EncoderLearner.Recipe RECIPE =
            new EncoderLearner.Recipe(2, 2e-4f, 1e-3f, 16, 3, 0.5f, 1);
    private static final EncoderLearner.Recipe BY_HEART =
            new EncoderLearner.Recipe(10, 4e-4f, 2e-3f, 16, 3, 0.5f, 1);

    @TempDir Path directory;

    private final PrintStream out = System.out;

    @Test
    void shouldLearnAndShipWhatItLearnt() throws Exception {
        List<TrainingCorpus.Case> cases = slice().subList(0, 40);
        try (EncoderTraining training =
                        new EncoderTraining(
                                EncoderKind.MINILM, Teachers.none(), true, directory, out);
                Bert bert = training.learn("slice", cases, List.of(), 0, BY_HEART)) {
            // Given
            List<EncoderRow> rows = new ArrayList<>();
            cases.forEach(c -> rows.addAll(training.rows().all(c)));

            // When: the quantised file and the heads are read as the service reads them
            List<EncoderTokens> texts = rows.stream().map(EncoderRow::tokens).toList();
            List<Double> learnt = bert.margins(texts, 16);
            List<Double> shipped = new ArrayList<>();
            EncoderHeads heads = heads(bert);
            try (Encoder encoder = new Encoder(training.quantised(bert))) {
                for (EncoderTokens text : texts) {
                    float[] logits = heads.apply(text, encoder.read(text)).verdicts();
                    shipped.add(LinearModel.margin(logits));
                }
            }

            // Then: it tells what it was shown apart, and eight bits say what thirty-two said
            assertThat(mean(rows, learnt, 1)).isGreaterThan(mean(rows, learnt, 0) + 0.5);
            double difference = 0;
            for (int i = 0; i < learnt.size(); i++) {
                difference += Math.abs(learnt.get(i) - shipped.get(i)) / learnt.size();
            }
            assertThat(difference).isCloseTo(0, within(0.25));
        }
    }

    @Test
    void shouldGoOnWhereItWasBrokenOff() throws Exception {
        try (EncoderTraining training =
                new EncoderTraining(EncoderKind.MINILM, Teachers.none(), true, directory, out)) {
            // Given: a whole run, and one that ends in its second epoch
            List<EncoderRow> rows = new ArrayList<>();
            slice().subList(0, 40).forEach(c -> rows.addAll(training.rows().all(c)));
            List<Integer> all = new ArrayList<>();
            List<Double> whole = learn(training, rows, "whole", (step, of, loss) -> all.add(step));
            assertThatThrownBy(
                            () ->
                                    learn(
                                            training,
                                            rows,
                                            "broken",
                                            (step, of, loss) -> {
                                                if (step == of) {
                                                    throw new IllegalStateException("broken off");
                                                }
                                            }))
                    .hasMessage("broken off");

            // When
            List<Integer> rest = new ArrayList<>();
            List<Double> resumed =
                    learn(training, rows, "broken", (step, of, loss) -> rest.add(step));

            // Then: the second epoch only, and the same weights
            assertThat(rest).isEqualTo(all.subList(all.size() / 2, all.size()));
            for (int i = 0; i < whole.size(); i++) {
                assertThat(resumed.get(i)).isCloseTo(whole.get(i), within(1e-2));
            }
        }
    }

    private List<Double> learn(
            EncoderTraining training,
            List<EncoderRow> rows,
            String name,
            EncoderLearner.Progress progress)
            throws Exception {
        try (Bert bert = training.pretrained(RECIPE.seed())) {
            Checkpoint checkpoint = new Checkpoint(directory.resolve(name));
            new EncoderLearner(bert, RECIPE).learn(rows, List.of(), 0, checkpoint, progress);
            return bert.margins(rows.stream().map(EncoderRow::tokens).toList(), 16);
        }
    }

    private static List<TrainingCorpus.Case> slice() throws Exception {
        return TrainingCorpus.readAll(CORPUS, Lexicon.shipped(), CASES_OF_PART).values().stream()
                .flatMap(List::stream)
                .filter(c -> !c.given().spam())
                .toList();
    }

    private static EncoderHeads heads(Bert bert) throws Exception {
        float[] values = bert.weights().heads();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return EncoderHeads.read(new DataInputStream(new ByteArrayInputStream(bytes.array())));
    }

    private static double mean(List<EncoderRow> rows, List<Double> margins, int attack) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).attack() == attack) {
                sum += margins.get(i);
                count++;
            }
        }
        return sum / count;
    }
}
