package org.upstander.ingest.application;

/** Whether the log can be written to, as it was seen a moment ago. Asking costs nothing. */
public interface LogState {

    /** The state now. */
    Seen seen();

    /**
     * What was seen.
     *
     * @param reachable whether it answers, has its topics, and takes records
     * @param reason why not, in words for the operator; {@code answers} when it does
     */
    record Seen(boolean reachable, String reason) {}
}
