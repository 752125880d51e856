package org.upstander.alert.application.stats;

import java.util.Locale;

/** What has a series of its own. */
public enum GroupBy {
    /** All is one. */
    NONE,
    STAFF,
    SOURCE,
    /** What was said. */
    VERDICT;

    /** As on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The group where members of staff are groups, else null. */
    String staff(String group) {
        return this == STAFF ? group : null;
    }

    /** The group where sources are groups, else null. */
    String source(String group) {
        return this == SOURCE ? group : null;
    }
}
