package org.upstander.alert.application;

/** Why an attempt failed: a closed set, for the log and as metric tag. */
public enum FailureKind {
    UNREACHABLE,
    TIMEOUT,
    SERVER_ERROR,
    CLIENT_ERROR,
    RATE_LIMITED,
    BLOCKED_ADDRESS,
    GONE,
    AUTHENTICATION,
    OTHER
}
