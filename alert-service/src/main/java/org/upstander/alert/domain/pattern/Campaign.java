package org.upstander.alert.domain.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /** Looks once at a crowd, for all attacks in it. */
    Shared in(Crowd crowd) {
        return new Shared(crowd);
    }

    /** What attacks have in common. */
    final class Shared {

        private final Map<String, List<Crowd.Alike>> byMark;
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<Set<String>, Optional<Finding>> found = new HashMap<>();

        private Shared(Crowd crowd) {
            byMark = crowd.alike().stream().collect(Collectors.groupingBy(Crowd.Alike::mark));
            crowd.attacks().forEach(one -> places.put(one.id(), places.size()));
        }

        /**
         * @param marks of the attack that is looked at
         */
        Optional<Finding> find(Set<String> marks) {
            return found.computeIfAbsent(Set.copyOf(marks), this::among);
        }

        private Optional<Finding> among(Set<String> marks) {
            Map<String, List<Crowd.Alike>> shared = new TreeMap<>();
            for (String mark : marks) {
                shared.computeIfAbsent(shared(mark), what -> new ArrayList<>())
                        .addAll(byMark.getOrDefault(mark, List.of()));
            }
            return shared.entrySet().stream()
                    .filter(entry -> isEnough(entry.getValue()))
                    .map(entry -> found(entry.getKey(), entry.getValue()))
                    .findFirst();
        }

        private Finding found(String shared, List<Crowd.Alike> alike) {
            return new Finding(
                    PatternKind.CAMPAIGN,
                    2,
                    "Campaign: %s by %s on %s"
                            .formatted(
                                    shared.equals(TEXT) ? "much the same text" : "the same link",
                                    Spans.counted(authors(alike), "author", "authors"),
                                    String.join(", ", sources(alike))),
                    oldestFirst(alike));
        }

        /** What is not among the attacks that are looked at comes first: mostly it is older. */
        private List<String> oldestFirst(List<Crowd.Alike> alike) {
            return alike.stream()
                    .map(Crowd.Alike::assessmentId)
                    .distinct()
                    .sorted(
                            Comparator.comparing((String id) -> places.getOrDefault(id, -1))
                                    .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /** Each link by itself; all marks of a text are one. */
    private static String shared(String mark) {
        return Likeness.isLink(mark) ? mark : TEXT;
    }

    private boolean isEnough(List<Crowd.Alike> alike) {
        return sources(alike).size() >= settings.sources() || authors(alike) >= settings.authors();
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
