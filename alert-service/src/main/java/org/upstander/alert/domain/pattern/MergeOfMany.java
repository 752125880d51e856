package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.alert.domain.Incident;

/**
 * Which incidents are merged when many are recognised. A pile-on or a campaign shows only when
 * enough take part, and by then each of the first has opened an incident of their own: in threads
 * of their own, or as two on one platform were no campaign yet.
 *
 * <p>Taken in is what is nothing but a part of it: an incident that is not resolved, all posts of
 * which are of the pattern, that was active within the window, and that shows nothing which one
 * author does by themselves. Whoever has a case of their own keeps it, and what people took apart
 * stays apart. Acknowledged ones are taken in, too: it is the same case that somebody is at.
 */
public final class MergeOfMany {

    /** By which an incident is one of many, and not the case of one of them. */
    private static final Set<String> OF_MANY =
            Stream.of(PatternKind.values())
                    .filter(PatternKind::isOfMany)
                    .map(PatternKind::wireName)
                    .collect(Collectors.toSet());

    private static final Comparator<Incident> OLDEST_FIRST =
            Comparator.comparing(Incident::openedAt).thenComparing(Incident::id);

    /** The one with most authors is most of the crowd; a single author's never is. */
    private static final Comparator<Incident> WHOLE_FIRST =
            Comparator.comparing((Incident one) -> !isOfMany(one))
                    .thenComparing(one -> -one.authorCount())
                    .thenComparing(one -> -one.postCount())
                    .thenComparing(OLDEST_FIRST);

    private MergeOfMany() {}

    /**
     * An incident on the person whom many attack.
     *
     * @param incident as it is now
     * @param posts how many of its posts are of the pattern
     * @param related incidents that somebody linked it with, or took it out of: they want two
     */
    public record Candidate(Incident incident, int posts, Set<String> related) {

        public Candidate {
            related = Set.copyOf(related);
        }

        private boolean isPartOfIt() {
            return incident.postCount() == posts;
        }
    }

    /**
     * @param into what it is one incident in
     * @param from what it takes in, the oldest first; one at least
     */
    public record Merge(Incident into, List<Incident> from) {}

    /**
     * Pure: the same in whatever order the candidates come, and nothing is left to merge once it is
     * done.
     *
     * @param kind which pattern; one of many
     * @param candidates all incidents that have posts of it
     * @param window longest pause within an incident
     */
    public static Optional<Merge> decide(
            PatternKind kind, Collection<Candidate> candidates, Duration window) {
        return candidates.stream()
                .map(Candidate::incident)
                .filter(one -> !one.isResolved() && one.patterns().contains(kind.wireName()))
                .min(WHOLE_FIRST)
                .map(into -> new Merge(into, from(candidates, into, window)))
                .filter(merge -> !merge.from().isEmpty());
    }

    private static List<Incident> from(
            Collection<Candidate> candidates, Incident into, Duration window) {
        return candidates.stream()
                .filter(Candidate::isPartOfIt)
                .filter(one -> !one.related().contains(into.id()))
                .map(Candidate::incident)
                .filter(one -> !one.id().equals(into.id()) && !one.isResolved())
                .filter(MergeOfMany::isOfMany)
                .filter(one -> isNear(one, into, window))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private static boolean isOfMany(Incident incident) {
        return OF_MANY.containsAll(incident.patterns());
    }

    private static boolean isNear(Incident one, Incident into, Duration window) {
        return Duration.between(one.lastActivityAt(), into.lastActivityAt()).compareTo(window) <= 0;
    }
}
