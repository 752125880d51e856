package org.upstander.ingest.domain;

import java.util.Locale;

/** Why an item was refused; the closed set behind the metric's tag. */
public enum RejectReason {

    /** Not JSON of the expected shape: syntax, duplicate keys, wrong type. */
    MALFORMED,

    /** Characters that no text may hold: broken UTF-8, lone surrogates, U+0000. */
    ENCODING,

    /** A required field is absent, null or blank. */
    MISSING,

    /** Longer, deeper or more than the limit. */
    TOO_LARGE,

    /** A value outside its closed set or format. */
    NOT_ALLOWED;

    private final String tag = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As a metric tag: {@code too-large}. */
    public String tag() {
        return tag;
    }
}
