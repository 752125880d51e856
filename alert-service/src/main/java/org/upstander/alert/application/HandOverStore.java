package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who was called as on call in a schedule and when their shift ends, as rows with a due time.
 * Within the caller's transaction, under the locks of the incidents.
 */
public interface HandOverStore {

    /**
     * @param incidentId about which they were called
     * @param scheduleId in which they are on call
     * @param contactId who
     * @param step of the policy that calls the schedule, from 0
     */
    record OnShift(String incidentId, String scheduleId, String contactId, int step) {}

    /**
     * @param who on shift
     * @param dueAt when the shift ends
     */
    record Planned(OnShift who, Instant dueAt) {}

    /** Plans hand-overs; one of the same contact, schedule and incident is replaced. */
    Uni<Void> plan(Collection<Planned> planned);

    /** Takes due hand-overs of incidents that nobody else has in hand, longest due first. */
    Uni<List<OnShift>> claimDue(Instant now, int limit);

    /** Those of these incidents that wait for the end of their shift. */
    Uni<List<OnShift>> waiting(Collection<String> incidentIds);

    /** Steps of these incidents whose page is due, by incident; digests are none. */
    Uni<Map<String, Set<Integer>>> dueSteps(Collection<String> incidentIds, Instant now);

    /** Those of these incidents about which somebody left a comment. */
    Uni<Set<String>> commented(Collection<String> incidentIds);
}
