package org.upstander.alert.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What another system knows an alert by that it keeps about an incident. Each run is an alert of
 * its own: one that somebody has acknowledged there would disturb nobody when the incident pages
 * again. As text the first run is the incident's id.
 *
 * @param incidentId the incident
 * @param run 0 for the first
 */
public record AlertKey(String incidentId, int run) {

    private static final Pattern LATER = Pattern.compile("(.+)-run-([1-9]\\d{0,8})");

    /**
     * @param text as {@link #toString} writes it; what has no run is of the first
     */
    public static AlertKey of(String text) {
        Matcher later = LATER.matcher(text);
        return later.matches()
                ? new AlertKey(later.group(1), Integer.parseInt(later.group(2)))
                : new AlertKey(text, 0);
    }

    /** As it is sent, and kept in the database. */
    @Override
    public String toString() {
        return run == 0 ? incidentId : incidentId + "-run-" + run;
    }
}
