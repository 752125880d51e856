package org.upstander.scoring.judgement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Fine-tunes a pretrained encoder on cases and public texts. */
final class EncoderTraining implements AutoCloseable {
    private static final int BATCH_FOR_READING = 16;

    private final EncoderKind kind;
    private final EncoderVocabulary vocabulary;
    private final EncoderTokenizer tokenizer;
    private final EncoderRows rows;
    private final Path checkpoints;
    private final PrintStream out;

    EncoderTraining(
            EncoderKind kind, Teachers teachers, boolean marked, Path checkpoints, PrintStream out)
            throws IOException {
        this.kind = kind;
        this.checkpoints = checkpoints;
        this.out = out;
        vocabulary = new EncoderVocabulary(kind);
        tokenizer = new EncoderTokenizer(new ByteArrayInputStream(vocabulary.bytes()));
        rows = new EncoderRows(tokenizer, teachers, marked);
    }

    EncoderVocabulary vocabulary() {
        return vocabulary;
    }

    EncoderRows rows() {
        return rows;
    }

    /**
     * @param name of the run, for its checkpoint
     * @param cases to learn from; spam is left out
     * @param publicRows of which each epoch sees another {@code share}
     */
    Bert learn(
            String name,
            List<TrainingCorpus.Case> cases,
            List<EncoderRow> publicRows,
            int share,
            EncoderLearner.Recipe recipe)
            throws IOException {
        List<EncoderRow> own = new ArrayList<>();
        for (TrainingCorpus.Case c : cases) {
            if (!c.given().spam()) {
                own.addAll(rows.all(c));
            }
        }
        out.printf("%s: %d rows, %d of %d public%n", name, own.size(), share, publicRows.size());
        Checkpoint checkpoint = new Checkpoint(checkpoints.resolve(name + ".checkpoint"));
        Bert bert = pretrained(recipe.seed());
        try {
            new EncoderLearner(bert, recipe)
                    .learn(own, publicRows, share, checkpoint, new ProgressBar(name, out));
            checkpoint.discard();
            return bert;
        } catch (IOException | RuntimeException e) {
            bert.close();
            throw e;
        }
    }

    /** The encoder as Maven brings it. */
    Bert pretrained(long seed) throws IOException {
        try (InputStream in = resource(kind.weights())) {
            return new Bert(kind, new OnnxFile(in), vocabulary.like(), seed);
        }
    }

    /** A model's weights in the quantised file of its kind. */
    byte[] quantised(Bert bert) throws IOException {
        try (InputStream in = resource(kind.quantised())) {
            OnnxFile file = new OnnxFile(in);
            bert.weights().patch(file);
            return file.bytes();
        }
    }

    private static InputStream resource(String name) {
        return EncoderTraining.class.getClassLoader().getResourceAsStream(name);
    }

    /** How far attack lies above all else, for each mention of each case. */
    Map<TrainingCorpus.Case, double[]> margins(List<TrainingCorpus.Case> cases, Bert bert) {
        List<EncoderTokens> texts = new ArrayList<>();
        for (TrainingCorpus.Case c : cases) {
            rows.bound(c).forEach(row -> texts.add(row.tokens()));
        }
        List<Double> all = bert.margins(texts, BATCH_FOR_READING);
        Map<TrainingCorpus.Case, double[]> margins = new IdentityHashMap<>();
        int at = 0;
        for (TrainingCorpus.Case c : cases) {
            double[] own = new double[c.mentions().size()];
            for (int i = 0; i < own.length; i++) {
                own[i] = all.get(at++);
            }
            margins.put(c, own);
        }
        return margins;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
