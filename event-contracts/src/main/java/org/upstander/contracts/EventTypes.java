package org.upstander.contracts;

/**
 * CloudEvents types. The trailing number is the major version of the data: readers ignore unknown
 * fields within it, and set a record of a higher one aside.
 */
public final class EventTypes {

    public static final String POST = "org.upstander.post.v1";
    public static final String SIGNAL = "org.upstander.signal.v1";
    public static final String ROSTER_ENTRY = "org.upstander.roster-entry.v1";
    public static final String ASSESSMENT = "org.upstander.assessment.v1";
    public static final String INCIDENT = "org.upstander.incident.v1";
    public static final String TOKEN = "org.upstander.token.v1";
    public static final String THRESHOLDS = "org.upstander.thresholds.v1";
    public static final String SOURCE = "org.upstander.source.v1";

    /** Its value is sealed bytes, no JSON; see {@link Topics#ORIGINALS}. */
    public static final String ORIGINAL = "org.upstander.original.v1";

    private EventTypes() {}
}
