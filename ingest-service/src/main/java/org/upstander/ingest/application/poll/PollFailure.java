package org.upstander.ingest.application.poll;

/** Why asking brought nothing. */
public enum PollFailure {
    /** No connection, or it broke. */
    UNREACHABLE,
    /** No answer in time. */
    TIMEOUT,
    /** Not an address that this service may call. */
    BLOCKED,
    /** It wants us to ask less often. */
    RATE_LIMITED,
    /** What we prove ourselves with is not believed, or no longer. */
    REFUSED,
    /** It is not there any more, and says so. */
    GONE,
    /** It answered with another error. */
    ERROR,
    /** The answer is longer than it may be. */
    TOO_LARGE,
    /** The answer is not of its form. */
    NOT_READABLE,
    /** It names no hub that could tell us what is new. */
    NO_HUB,
    /** A fault of ours in reading it. */
    FAULT
}
