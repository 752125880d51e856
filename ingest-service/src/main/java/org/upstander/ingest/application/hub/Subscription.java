package org.upstander.ingest.application.hub;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * What a hub was asked for, for a source.
 *
 * @param topic the feed as its hub knows it
 * @param callback where the hub is to call
 * @param mark another one whenever the hub must be asked again: for another secret
 * @param askedAt when it was asked last
 * @param renewAt when it must be asked again; as long as it has not agreed since, {@code askedAt}
 * @param until when the lease that it agreed to ends; null where it has not
 * @param deniedAt when it said that it does not; null where it has agreed since
 * @param leaving whether it was asked to stop
 */
public record Subscription(
        String sourceId,
        String topic,
        String hub,
        String callback,
        String mark,
        Instant askedAt,
        Instant renewAt,
        Instant until,
        Instant deniedAt,
        boolean leaving) {

    /** Type of the sources that have one. */
    public static final String TYPE = "websub";

    /** As it is when its hub is about to be asked. */
    public static Subscription wanted(
            String sourceId, String topic, String hub, String callback, String mark, Instant now) {
        return new Subscription(sourceId, topic, hub, callback, mark, now, now, null, null, false);
    }

    /** Whether the hub was asked, and has not answered since. */
    public boolean isPending() {
        return !leaving
                && !renewAt.isAfter(askedAt)
                && (deniedAt == null || deniedAt.isBefore(askedAt));
    }

    /** Whether the hub tells what is new. */
    public boolean isActive(Instant now) {
        return !leaving && deniedAt == null && until != null && until.isAfter(now);
    }

    /** Whether nothing is to be asked of the hub yet. */
    public boolean isSettled(Instant now) {
        return isActive(now) && renewAt.isAfter(now);
    }

    /** Whether it is one and the same thing that is wanted of a hub. */
    public boolean asks(Subscription wanted) {
        return !leaving
                && hub.equals(wanted.hub)
                && callback.equals(wanted.callback)
                && mark.equals(wanted.mark);
    }

    /**
     * Whether a call has what only who was told the callback knows, where that has any.
     *
     * @param query of the call
     */
    boolean knows(Map<String, String> query) {
        String own = URI.create(callback).getRawQuery();
        if (own == null || own.isEmpty()) {
            return true;
        }
        for (String parameter : own.split("&")) {
            String[] parts = parameter.split("=", 2);
            String value = parts.length == 1 ? "" : decoded(parts[1]);
            if (!value.equals(query.get(decoded(parts[0])))) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Without addresses, which may hold keys. */
    @Override
    public String toString() {
        return "Subscription[" + sourceId + "]";
    }
}
