package org.upstander.alert.domain;

import java.time.Instant;

/**
 * Where an incident stands.
 *
 * <pre>
 * OPEN ──acknowledge──▶ ACKNOWLEDGED ──resolve──▶ RESOLVED
 *  ▲ └──────────────────resolve───────────────────────▲ │
 *  ├────────────worse, or left alone───┘                │
 *  └────────────attacked again soon after───────────────┘
 * </pre>
 *
 * Acknowledged: somebody is at it, nobody else is called, new attacks still extend it. Resolved: it
 * is over; a new attack opens it again for a while, later a new incident.
 */
public sealed interface IncidentState {

    /** As it is written in JSON and in the database. */
    String wireName();

    /** Somebody has to be called. */
    record Open() implements IncidentState {

        @Override
        public String wireName() {
            return "open";
        }
    }

    /**
     * @param at when
     * @param by who, as an id or a name
     */
    record Acknowledged(Instant at, String by) implements IncidentState {

        @Override
        public String wireName() {
            return "acknowledged";
        }
    }

    /**
     * @param at when
     * @param by who, as an id or a name
     * @param resolution what came out, or null
     */
    record Resolved(Instant at, String by, String resolution) implements IncidentState {

        @Override
        public String wireName() {
            return "resolved";
        }
    }
}
