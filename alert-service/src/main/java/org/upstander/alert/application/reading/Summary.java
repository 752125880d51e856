package org.upstander.alert.application.reading;

import java.time.Instant;
import java.util.Map;

/**
 * How things stand, in numbers.
 *
 * @param at when it was counted
 * @param incidents as they stand now
 * @param last24Hours what came in lately
 * @param last7Days what came in lately
 */
public record Summary(Instant at, Incidents incidents, Period last24Hours, Period last7Days) {

    /**
     * @param byState every state, also at 0
     * @param openBySeverity of those not resolved: {@code 1} to {@code 4}, also at 0
     * @param oldestOpenAt since when somebody waits, or null
     */
    public record Incidents(
            Map<String, Long> byState, Map<String, Long> openBySeverity, Instant oldestOpenAt) {}

    /**
     * @param assessments by verdict, also at 0; spam is counted apart
     * @param spam verdicts on spam
     * @param supportivePerAttack the noise floor: supportive for each attack, or null without any
     * @param incidentsOpened incidents that opened
     * @param pagesFired pages
     * @param deliveries by state, also at 0
     */
    public record Period(
            Map<String, Long> assessments,
            long spam,
            Double supportivePerAttack,
            long incidentsOpened,
            long pagesFired,
            Map<String, Long> deliveries) {}
}
