package org.upstander.alert.application.stats;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Finds what is supportive, so that somebody can pass it on. */
@FunctionalInterface
public interface ThanksReader {

    /**
     * A supportive post. Its text is not kept; whoever follows the link reads it there.
     *
     * @param staffId whom it supports
     * @param url from outside
     */
    record Praise(String staffId, String source, String url, Instant time) {}

    /** The latest first, each link once. */
    Uni<List<Praise>> latest(StatsFilter filter, Instant from, Instant to, int most);
}
