package org.upstander.scoring.judgement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.upstander.scoring.application.Binder;
import org.upstander.scoring.binding.RosterCompiler;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.domain.Verdict;
import org.upstander.scoring.suite.RosterReader;
import org.upstander.scoring.suite.SuiteCase;
import org.upstander.scoring.suite.SuiteCase.Expectation;
import org.upstander.scoring.suite.SuiteReader;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** Labelled posts with their roster, bound as the service would. */
final class TrainingCorpus {
    private static final Folding FOLDING = new Folding();
    private static final String ENDING = ".jsonl";

    private TrainingCorpus() {}

    /**
     * A labelled post.
     *
     * @param given as it was written
     * @param text folded
     * @param labels by id of the member of staff
     * @param mentions whom the binder takes it to mean
     */
    record Case(
            SuiteCase given,
            FoldedText text,
            Map<String, Expectation> labels,
            List<Mention> mentions) {

        Post post() {
            return given.post();
        }

        boolean isAttacked(String staff) {
            Expectation label = labels.get(staff);
            return label != null && label.isAttack();
        }

        /** One person for each mention, in order. */
        List<Person> bound() {
            // Bound but not labelled: means somebody else, so nothing is done to this person.
            return mentions.stream().map(m -> new Person(m, labels.get(m.staffId()))).toList();
        }

        /** The labelled people whom the binder missed: their words teach too. */
        List<Person> missed() {
            Set<String> seen = new HashSet<>();
            mentions.forEach(m -> seen.add(m.staffId()));
            return labels.values().stream()
                    .filter(label -> !seen.contains(label.staff()))
                    .map(label -> new Person(nowhere(label.staff(), false), label))
                    .toList();
        }
    }

    /**
     * Somebody whom a post means, or is taken to mean.
     *
     * @param label null where the post is about somebody else
     */
    record Person(Mention mention, Expectation label) {

        /** Place of the verdict among {@link Verdict}'s values. */
        int verdict() {
            return label == null
                    ? Verdict.NEUTRAL.ordinal()
                    : Verdict.valueOf(label.verdict().toUpperCase(Locale.ROOT)).ordinal();
        }

        boolean isAttack() {
            return label != null && label.isAttack();
        }
    }

    /** Somebody whom no place in the text names. */
    static Mention nowhere(String staff, boolean answered) {
        return new Mention(
                staff, BindingKind.REPLY, new Span(0, 0), List.of(), 1, answered, false, null);
    }

    static List<Case> read(Path posts, Path roster, Lexicon lexicon) {
        Binder binder =
                new RosterCompiler(lexicon, RosterReader.HASH).compile(RosterReader.read(roster));
        return SuiteReader.read(posts).stream().map(given -> bind(given, binder)).toList();
    }

    private static Case bind(SuiteCase given, Binder binder) {
        FoldedText text = FOLDING.fold(given.post().text());
        Map<String, Expectation> labels = new LinkedHashMap<>();
        given.expectations().forEach(label -> labels.put(label.staff(), label));
        return new Case(given, text, labels, binder.bind(given.post(), text).mentions());
    }

    /** Names of the parts in a directory, sorted. */
    static List<String> parts(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    static Path posts(Path directory, String part) {
        return directory.resolve(part + ENDING);
    }

    static Path roster(Path directory, String part) {
        return directory.resolve(part + "-roster.json");
    }

    /**
     * All parts in a directory, by name.
     *
     * @param most cases of each part
     */
    static Map<String, List<Case>> readAll(Path directory, Lexicon lexicon, int most)
            throws IOException {
        Map<String, List<Case>> parts = new TreeMap<>();
        for (String part : parts(directory)) {
            List<Case> cases = read(posts(directory, part), roster(directory, part), lexicon);
            parts.put(part, cases.subList(0, Math.min(most, cases.size())));
        }
        return parts;
    }

    /** The cases of all parts but some. */
    static List<Case> without(Map<String, List<Case>> parts, List<String> names) {
        List<Case> rest = new ArrayList<>();
        parts.forEach((part, cases) -> rest.addAll(names.contains(part) ? List.of() : cases));
        return rest;
    }
}
