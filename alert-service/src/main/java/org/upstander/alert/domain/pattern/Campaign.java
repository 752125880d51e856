package org.upstander.alert.domain.pattern;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The same grievance carried to several places: attacks on one person that have a link in common
 * with the one that is looked at, or a mark of its text, on at least so many sources or by at least
 * so many authors. Texts that were changed a little share now this mark and now that one: it is the
 * text that they have in common.
 */
public final class Campaign {

    private static final String TEXT = "text";

    private final Settings settings;

    /**
     * @param sources from how many on
     * @param authors from how many on, also in one place
     */
    public record Settings(int sources, int authors) {

        public static final Settings USUAL = new Settings(2, 3);
    }

    public Campaign(Settings settings) {
        this.settings = settings;
    }

    /**
     * @param marks of the attack that is looked at
     */
    public Optional<Finding> find(Crowd crowd, Set<String> marks) {
        Map<String, List<Crowd.Alike>> shared =
                crowd.alike().stream()
                        .filter(one -> marks.contains(one.mark()))
                        .collect(
                                Collectors.groupingBy(
                                        Campaign::shared, TreeMap::new, Collectors.toList()));
        return shared.entrySet().stream()
                .filter(entry -> isEnough(entry.getValue()))
                .map(entry -> found(crowd, entry.getKey(), entry.getValue()))
                .findFirst();
    }

    /** Each link by itself; all marks of a text are one. */
    private static String shared(Crowd.Alike one) {
        return Likeness.isLink(one.mark()) ? one.mark() : TEXT;
    }

    private boolean isEnough(List<Crowd.Alike> alike) {
        return sources(alike).size() >= settings.sources() || authors(alike) >= settings.authors();
    }

    private static Finding found(Crowd crowd, String shared, List<Crowd.Alike> alike) {
        return new Finding(
                PatternKind.CAMPAIGN,
                2,
                "Campaign: %s by %s on %s"
                        .formatted(
                                shared.equals(TEXT) ? "much the same text" : "the same link",
                                Spans.counted(authors(alike), "author", "authors"),
                                String.join(", ", sources(alike))),
                oldestFirst(crowd, alike));
    }

    /** What is not among the attacks that are looked at is older than they are. */
    private static List<String> oldestFirst(Crowd crowd, List<Crowd.Alike> alike) {
        Set<String> ids =
                alike.stream()
                        .map(Crowd.Alike::assessmentId)
                        .collect(Collectors.toCollection(TreeSet::new));
        List<String> known =
                crowd.attacks().stream().map(Sighting::id).filter(ids::contains).toList();
        known.forEach(ids::remove);
        return Stream.concat(ids.stream(), known.stream()).toList();
    }

    private static Set<String> sources(List<Crowd.Alike> alike) {
        return alike.stream()
                .map(Crowd.Alike::source)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long authors(List<Crowd.Alike> alike) {
        return alike.stream().map(Crowd.Alike::author).distinct().count();
    }
}
