package org.upstander.scoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.scoring.text.Lexicon;

/** What a backward pass gives, whatever the garbage collector does meanwhile. */
class GradientTest {
    private static final Path CORPUS = Path.of("../scoring-service/corpus");
    private static final int SMALL_BUFFERS = 20_000;

    @TempDir Path directory;

    @Test
    void aGarbageCollectionBetweenThePassesChangesNoGradient() throws Exception {
        try (EncoderTraining training =
                        new EncoderTraining(
                                EncoderKind.MINILM, Teachers.none(), true, directory, System.out);
                Bert bert = training.pretrained(1)) {
            // Given
            List<EncoderRow> rows = rows(training);
            Map<String, NDArray> learnt = bert.weights().learnt(0);
            Map<String, Double> expected = gradients(bert, learnt, rows, () -> {});

            // When: what nothing in Java refers to any more is freed, and written over
            List<ByteBuffer> fresh = new ArrayList<>();
            Map<String, Double> gradients =
                    gradients(
                            bert,
                            learnt,
                            rows,
                            () -> {
                                System.gc();
                                for (int i = 0; i < SMALL_BUFFERS; i++) {
                                    ByteBuffer buffer = ByteBuffer.allocateDirect(4);
                                    fresh.add(buffer.putInt(0, 0x7f7f7f7f));
                                }
                            });

            // Then
            assertThat(fresh).hasSize(SMALL_BUFFERS);
            assertThat(gradients).containsOnlyKeys(expected.keySet());
            gradients.forEach(
                    (name, size) ->
                            assertThat(size)
                                    .as(name)
                                    .isCloseTo(
                                            expected.get(name),
                                            within(1e-6 + 0.01 * expected.get(name))));
        }
    }

    /** How long the gradient of each weight is. */
    private static Map<String, Double> gradients(
            Bert bert, Map<String, NDArray> learnt, List<EncoderRow> rows, Runnable between) {
        Engine.getInstance().setRandomSeed(1);
        try (NDManager sub = bert.forStep();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            EncoderBatch batch =
                    EncoderBatch.of(rows.stream().map(EncoderRow::tokens).toList(), sub);
            NDArray loss =
                    EncoderLoss.of(rows, batch, bert.run(batch, false), sub, /* twinWeight= */ 1);
            between.run();
            collector.backward(loss);
        }
        Map<String, Double> lengths = new TreeMap<>();
        learnt.forEach(
                (name, weight) -> {
                    double sum = 0;
                    try (NDArray gradient = weight.getGradient()) {
                        for (float value : gradient.toFloatArray()) {
                            sum += value * (double) value;
                        }
                        gradient.muli(0);
                    }
                    lengths.put(name, Math.sqrt(sum));
                });
        return lengths;
    }

    private static List<EncoderRow> rows(EncoderTraining training) throws Exception {
        List<EncoderRow> rows = new ArrayList<>();
        TrainingCorpus.readAll(CORPUS, Lexicon.shipped(), 4).values().stream()
                .flatMap(List::stream)
                .filter(c -> !c.given().spam())
                .limit(16)
                .forEach(c -> rows.addAll(training.rows().all(c)));
        return rows;
    }
}
