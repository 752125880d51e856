package org.upstander.alert.application.directory;

import java.util.List;

/** A contact as handed in, unchecked; any part may be null. See {@code Contact}. */
public record ContactDraft(
        String id,
        String displayName,
        List<Method> methods,
        String timeZone,
        String staffId,
        Quiet quietHours) {

    /**
     * @param channel wire name
     * @param verified null means as before for the same address, else no
     */
    public record Method(String channel, String address, Boolean verified) {}

    /**
     * @param from time of day
     * @param to time of day
     * @param days names; null or empty means all
     */
    public record Quiet(String from, String to, List<String> days, Integer overrideFromSeverity) {}
}
