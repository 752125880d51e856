package org.upstander.alert.application.directory;

import java.util.List;

/** A contact as handed in, unchecked; any part may be null. See {@code Contact}. */
public record ContactDraft(
        String id,
        String displayName,
        List<Method> methods,
        String timeZone,
        String staffId,
        Quiet quietHours,
        List<Rule> rules,
        String language) {

    /**
     * @param channel wire name
     * @param verified null means as before for the same address, else no
     */
    public record Method(String channel, String address, Boolean verified) {}

    /**
     * @param fromSeverity 1 to 4
     * @param calls in their order
     */
    public record Rule(Integer fromSeverity, List<Call> calls) {}

    /**
     * @param method place among the methods, from 0
     * @param after a duration; null for at once
     */
    public record Call(Integer method, String after) {}

    /**
     * @param from time of day
     * @param to time of day
     * @param days names; null or empty means all
     */
    public record Quiet(String from, String to, List<String> days, Integer overrideFromSeverity) {}
}
