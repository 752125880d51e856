package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Incident;

/**
 * What people do with incidents, and what belongs to them. Within the caller's transaction, under
 * the locks of all incidents that are named.
 */
public interface CaseStore {

    /**
     * An author of an incident.
     *
     * @param id the source's, or null
     * @param handle as written, or null
     */
    record Writer(String source, String id, String handle) {}

    /** Keeps whose an incident is; null for nobody's. */
    Uni<Void> assign(String incidentId, String to);

    Uni<Void> comment(String incidentId, Instant at, String by, String text);

    /** Notes that two belong together; again, nothing happens. */
    Uni<Void> link(String one, String other);

    /** Moves everything to another incident, its groups too, and says so. */
    Uni<Void> mergeInto(String from, String to);

    /** Keeps an incident that has no posts yet. */
    Uni<Void> create(Incident incident);

    /** The posts of an incident with one of these ids, or by one of these authors. */
    Uni<List<String>> posts(
            String incidentId, Collection<String> posts, Collection<String> authors);

    /** Moves posts with their authors to another incident. */
    Uni<Void> move(String from, String to, Collection<String> posts);

    /** Authors of an incident that are no authors of the other. */
    Uni<List<Writer>> writersOnlyIn(String incidentId, String other);

    /** Moves groups to another incident. */
    Uni<Void> moveGroups(String from, String to, Collection<GroupKey> groups);

    /** What the posts of an incident amount to. */
    Uni<Incident.Content> content(String incidentId);

    /** Keeps what the posts of an incident amount to. */
    Uni<Void> saveContent(Incident incident);
}
