package org.upstander.scoring.judgement;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the encoder is trained, from system properties.
 *
 * @param kind {@code -Dtrain.encoder=minilm|bge|e5}
 * @param recipe {@code -Dtrain.epochs}, {@code -Dtrain.rate}, {@code -Dtrain.seed}, {@code
 *     -Dtrain.frozen} (layers that are not learnt), {@code -Dtrain.twins} (weight of minimal pairs)
 * @param folds {@code -Dtrain.folds=who,lang;game}: parts held out together, one training each, to
 *     be measured only
 * @param kept {@code -Dtrain.kept=mix,calm}: parts that only the blend is fitted on
 * @param publicShare {@code -Dtrain.public}: public rows of an epoch
 * @param publicWeight {@code -Dtrain.public.weight}: how much a public row counts against one of
 *     ours
 * @param teacher {@code -Dtrain.teacher}: file of {@link Teachers}, or null; parts that are held
 *     out are judged without, for teachers have learnt from all
 * @param marked {@code -Dtrain.marked=false}: what it gives not to tell the encoder whom it judges
 *     for; measured only
 * @param mostCases {@code -Dtrain.most}: cases of each part, for a trial run
 * @param writes {@code -Dtrain.write=false} measures only
 * @param version {@code -Dtrain.version} of what is written
 * @param checkpoints {@code -Dtrain.checkpoints}: where broken-off runs are kept
 */
record TrainingOptions(
        EncoderKind kind,
        EncoderLearner.Recipe recipe,
        List<List<String>> folds,
        List<String> kept,
        int publicShare,
        float publicWeight,
        Path teacher,
        boolean marked,
        int mostCases,
        boolean writes,
        String version,
        Path checkpoints) {

    TrainingOptions {
        if (writes && !marked) {
            throw new IllegalArgumentException(
                    "The service marks the person: -Dtrain.marked=false needs -Dtrain.write=false");
        }
    }

    private static final int BATCH = 32;
    private static final int HEAD_RATE = 5;

    static TrainingOptions ofSystem() {
        float rate = Float.parseFloat(System.getProperty("train.rate", "2e-4"));
        return new TrainingOptions(
                EncoderKind.valueOf(
                        System.getProperty("train.encoder", "bge").toUpperCase(Locale.ROOT)),
                new EncoderLearner.Recipe(
                        Integer.getInteger("train.epochs", 4),
                        rate,
                        rate * HEAD_RATE,
                        BATCH,
                        Integer.getInteger("train.frozen", 0),
                        Float.parseFloat(System.getProperty("train.twins", "0.5")),
                        Long.getLong("train.seed", 2)),
                Arrays.stream(System.getProperty("train.folds", "").split(";"))
                        .filter(fold -> !fold.isEmpty())
                        .map(fold -> List.of(fold.split(",")))
                        .toList(),
                keptParts(),
                Integer.getInteger("train.public", 4000),
                Float.parseFloat(System.getProperty("train.public.weight", "0.4")),
                teacherFile(),
                Boolean.parseBoolean(System.getProperty("train.marked", "true")),
                Integer.getInteger("train.most", Integer.MAX_VALUE),
                Boolean.parseBoolean(System.getProperty("train.write", "true")),
                System.getProperty("train.version", "2026.11-3"),
                Path.of(System.getProperty("train.checkpoints", "target/checkpoints")));
    }

    private static Path teacherFile() {
        String file = System.getProperty("train.teacher", "");
        return file.isEmpty() ? null : Path.of(file);
    }

    static List<String> keptParts() {
        return Arrays.stream(System.getProperty("train.kept", "").split(","))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
