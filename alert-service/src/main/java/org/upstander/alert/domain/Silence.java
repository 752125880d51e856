package org.upstander.alert.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A time in which nobody is paged for certain incidents, as in Alertmanager: every matcher that is
 * given must hold. A list matches an incident that has nothing outside of it, so an author, a
 * source or a category that joins the incident ends the silence for it.
 *
 * @param id the operator's id
 * @param matchers which incidents
 * @param startsAt from then on
 * @param endsAt no longer than until then
 * @param comment why, for colleagues
 * @param threats whether threats are silenced, too
 * @param createdBy token or subject
 */
public record Silence(
        String id,
        Matchers matchers,
        Instant startsAt,
        Instant endsAt,
        String comment,
        Threats threats,
        String createdBy) {

    private static final int THREAT = 4;
    private static final Set<String> THREATS = Set.of("threat", "doxxing");

    /**
     * An empty list matches everything.
     *
     * @param staff ids of attacked members of staff
     * @param authors ids or handles; handles differ by more than case
     * @param sources platforms
     * @param categories of attacks
     * @param severityUpTo the highest severity that is silenced, 1 to 4
     */
    public record Matchers(
            List<String> staff,
            List<String> authors,
            List<String> sources,
            List<String> categories,
            int severityUpTo) {

        public Matchers {
            staff = List.copyOf(staff);
            authors = List.copyOf(authors);
            sources = List.copyOf(sources);
            categories = List.copyOf(categories);
        }

        /** Whether anybody may be meant: category and severity say nothing of who. */
        public boolean matchEverybody() {
            return staff.isEmpty() && authors.isEmpty() && sources.isEmpty();
        }
    }

    /**
     * @param included whether severity 4, threats and doxxing are silenced, too
     * @param reason why, or null where they are not
     */
    public record Threats(boolean included, String reason) {}

    /** Whether nobody is to be paged for the incident now. */
    public boolean holds(Incident incident, Collection<Author> authors, Instant now) {
        return isActive(now)
                && (threats.included() || !isThreat(incident))
                && incident.severity() <= matchers.severityUpTo()
                && among(matchers.staff(), List.of(incident.staffId()))
                && among(matchers.sources(), incident.sources())
                && among(matchers.categories(), incident.categories())
                && (matchers.authors().isEmpty() || isEveryOneNamed(authors));
    }

    public boolean isActive(Instant now) {
        return !startsAt.isAfter(now) && endsAt.isAfter(now);
    }

    /** Whether it says the same, whoever put it. */
    public boolean silencesAs(Silence other) {
        return new Silence(id, matchers, startsAt, endsAt, comment, threats, other.createdBy)
                .equals(other);
    }

    private static boolean isThreat(Incident incident) {
        return incident.severity() >= THREAT
                || incident.categories().stream().anyMatch(THREATS::contains);
    }

    private static boolean among(List<String> named, Collection<String> present) {
        return named.isEmpty() || (!present.isEmpty() && named.containsAll(present));
    }

    private boolean isEveryOneNamed(Collection<Author> authors) {
        return !authors.isEmpty() && authors.stream().allMatch(this::isNamed);
    }

    private boolean isNamed(Author author) {
        return matchers.authors().stream()
                .anyMatch(
                        name ->
                                name.equals(author.id())
                                        || (author.handle() != null
                                                && Author.folded(name)
                                                        .equals(Author.folded(author.handle()))));
    }
}
