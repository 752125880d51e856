package org.upstander.scoring.judgement;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.upstander.scoring.suite.RosterReader;
import org.upstander.scoring.suite.SuiteReader;
import org.upstander.scoring.text.Lexicon;

/**
 * Trains what scoring ships beside the encoder: everyday words, the linear model, spam, languages;
 * and reports how good it is on what it was not trained on. Deterministic: the same files give the
 * same bytes.
 *
 * <p>Arguments: corpus, public data, resources to write to, and a suite or nothing; {@code
 * -Dtrain.kept} as for {@link TrainingOptions}, {@code -Dtrain.measured=false} leaves out what
 * takes longest, leaving out one part after the other.
 */
public final class TrainingMain {
    private final Path corpus;
    private final PublicSets sets;
    private final Path resources;
    private final PrintStream out;
    private final Map<String, List<TrainingCorpus.Case>> parts = new LinkedHashMap<>();

    private TrainingMain(Path corpus, PublicSets sets, Path resources, PrintStream out) {
        this.corpus = corpus;
        this.sets = sets;
        this.resources = resources;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        Path suite = args.length > 3 && !args[3].isEmpty() ? Path.of(args[3]) : null;
        PublicSets sets = new PublicSets(Path.of(args[1]));
        new TrainingMain(Path.of(args[0]), sets, Path.of(args[2]), System.out).run(suite);
    }

    private void run(Path suite) throws IOException {
        Lexicon lexicon = words();
        parts.putAll(
                TrainingCorpus.readAll(
                        corpus, lexicon, Integer.getInteger("train.most", Integer.MAX_VALUE)));
        reportBinding();
        if (Boolean.parseBoolean(System.getProperty("train.measured", "true"))) {
            leaveOnePartOut();
        }
        LinearTraining training =
                new LinearTraining(
                        sets, TrainingCorpus.without(parts, TrainingOptions.keptParts()));
        write(new LinearModel(training.verdict().quantised()), training.spam());
        if (suite != null) {
            TrainingEvaluation evaluation = new TrainingEvaluation();
            training.addTo(
                    evaluation,
                    TrainingCorpus.read(
                            suite.resolve("dev.jsonl"), suite.resolve("roster-dev.json"), lexicon));
            out.println("suite: " + evaluation.atBest());
        }
    }

    private Lexicon words() throws IOException {
        if (sets.isEmpty()) {
            out.println("no public sets: the everyday words stay as they are");
            return Lexicon.shipped();
        }
        TrainingWords words = new TrainingWords();
        List<String> counted = new ArrayList<>(PublicSets.ATTACKS);
        counted.addAll(List.of("politeness", "strudel", "youtube-spam"));
        for (String set : counted) {
            words.count(sets.rows(set));
        }
        List<String> parts = TrainingCorpus.parts(corpus);
        Set<Integer> names = new HashSet<>();
        for (String part : parts) {
            Path roster = TrainingCorpus.roster(corpus, part);
            names.addAll(TrainingWords.names(RosterReader.read(roster)));
        }
        words.countCorpus(
                parts.stream()
                        .map(part -> SuiteReader.read(TrainingCorpus.posts(corpus, part)))
                        .toList(),
                names);
        int[] everyday = words.everyday();
        TrainingWords.write(
                everyday, resources.resolve("org/upstander/scoring/text/" + Lexicon.RESOURCE));
        out.printf("everyday words: %d%n", everyday.length);
        return Lexicon.ofHashes(everyday);
    }

    private void reportBinding() {
        long attacked = 0;
        long missed = 0;
        for (TrainingCorpus.Case c : parts.values().stream().flatMap(List::stream).toList()) {
            attacked += c.labels().keySet().stream().filter(c::isAttacked).count();
            missed += c.missed().stream().filter(TrainingCorpus.Person::isAttack).count();
        }
        out.printf(
                Locale.ROOT,
                "attacked people who are bound: %.3f%n",
                1 - missed / (double) attacked);
    }

    /** Each part judged by a model that was trained on the others. */
    private void leaveOnePartOut() {
        TrainingEvaluation pool = new TrainingEvaluation();
        parts.forEach(
                (part, cases) -> {
                    List<TrainingCorpus.Case> others = TrainingCorpus.without(parts, List.of(part));
                    LinearTraining training = new LinearTraining(sets, others);
                    TrainingEvaluation own = new TrainingEvaluation();
                    training.addTo(own, cases);
                    training.addTo(pool, cases);
                    out.println("held out " + part + ": " + own.atBest());
                });
        out.println("held out, all: " + pool.atBest());
    }

    private void write(LinearModel model, SpamModel spam) throws IOException {
        Path file = resources.resolve("org/upstander/scoring/judgement/" + TargetJudge.LINEAR);
        Files.createDirectories(file.getParent());
        List<TrainingCorpus.Case> all = TrainingCorpus.without(parts, TrainingOptions.keptParts());
        try (DataOutputStream to =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            model.write(to);
            spam.write(to);
            TrainingSpam.languages(all).write(to);
        }
        out.printf("model: %d bytes%n", Files.size(file));
    }
}
