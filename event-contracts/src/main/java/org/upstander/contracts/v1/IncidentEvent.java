package org.upstander.contracts.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A step in the life of an incident, for other systems. Holds no post text and no author names.
 *
 * @param incidentId the incident
 * @param change {@code opened, extended, paged-again, acknowledged, resolved, reopened}, or what
 *     people did: {@code assigned, commented, linked, snoozed, merged, split, check-in-started,
 *     checked-in}; more may come
 * @param staffId who is attacked
 * @param state {@code open, acknowledged} or {@code resolved}, after the change
 * @param severity 1 to 4, of the worst post
 * @param categories of all posts so far, sorted
 * @param patterns what shows only over time, sorted: {@code approach, brewing, campaign, doxxing,
 *     off-hours, persistence, pile-on, retaliation}; more may come
 * @param postCount posts so far
 * @param authorCount distinct authors so far
 * @param openedAt when the incident opened
 * @param at when the change happened
 * @param reason one sentence for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncidentEvent(
        String incidentId,
        String change,
        String staffId,
        String state,
        int severity,
        List<String> categories,
        List<String> patterns,
        int postCount,
        int authorCount,
        Instant openedAt,
        Instant at,
        String reason) {}
