package org.upstander.alert.application.directory;

import java.time.Instant;
import java.util.List;

/** A schedule as handed in, unchecked; any part may be null. See {@code Schedule}. */
public record ScheduleDraft(
        String id,
        String displayName,
        String timeZone,
        List<Layer> layers,
        List<Override> overrides,
        List<Temporary> temporary) {

    /**
     * @param every wire name of the unit
     * @param length null means 1
     * @param start local date-time, {@code 2026-01-05T09:00}
     * @param hours null or empty means always
     */
    public record Layer(
            String every, Integer length, String start, List<String> contacts, List<Hours> hours) {}

    /**
     * @param days {@code mon} to {@code sun}; null or empty means every day
     * @param from local time, {@code 09:00}
     * @param to local time, on the next day where it is not after {@code from}
     */
    public record Hours(List<String> days, String from, String to) {}

    /**
     * @param kind wire name
     * @param insteadOf only with the kind {@code replace}
     */
    public record Override(
            String kind, String contactId, String insteadOf, Instant from, Instant to) {}

    public record Temporary(Instant from, Instant to, List<Shift> shifts) {}

    public record Shift(String contactId, Instant from, Instant to) {}
}
