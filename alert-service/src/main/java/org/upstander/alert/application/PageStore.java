package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.Incident;

/** Steps of escalations as rows with a due time. Within the caller's transaction. */
public interface PageStore {

    /**
     * @param incidentId of which incident
     * @param position in its policy
     * @param dueAt when
     * @param reason why then
     */
    record NewPage(
            String incidentId, EscalationPolicy.Position position, Instant dueAt, String reason) {}

    /**
     * @param id of the page
     * @param incident locked
     * @param position in its policy
     * @param reason why it is due
     * @param policy that was pinned to the incident at its first page
     * @param alone whether no step follows
     * @param lastRun the highest run of the incident
     */
    record DuePage(
            String id,
            Incident incident,
            EscalationPolicy.Position position,
            String reason,
            Optional<EscalationPolicy> policy,
            boolean alone,
            int lastRun) {}

    /** Adds pages; one that exists stays as it is. The engine is woken after the commit. */
    Uni<Void> schedule(List<NewPage> pages);

    /** Takes due pages of incidents that nobody else has in hand, longest due first. */
    Uni<List<DuePage>> claimDue(Instant now, int limit);

    /**
     * Puts claimed pages back, due later.
     *
     * @param dueAt by page id
     */
    Uni<Void> putBack(Map<String, Instant> dueAt);

    /**
     * Keeps policies for the steps to come.
     *
     * @param policies by incident id
     */
    Uni<Void> pin(Map<String, EscalationPolicy> policies);

    /**
     * Makes the incident's next page due at once.
     *
     * @return whether there is one
     */
    Uni<Boolean> bringForward(String incidentId, Instant now, String reason);
}
