package org.upstander.alert.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way to reach somebody. The wire name is the constant's name in lower case. */
public enum Channel {
    EMAIL,
    WEBHOOK,
    SLACK,
    TEAMS,
    DISCORD,
    MATTERMOST,
    PAGERDUTY,
    OPSGENIE,
    ALERTMANAGER,
    GOALERT,
    NTFY,
    SMS,
    VOICE,
    INBOX,
    WEBPUSH,
    DIGEST;

    /**
     * Whether a message there may count as having reached somebody. One that does not comes beside
     * another.
     */
    public boolean reaches() {
        return this != INBOX && this != DIGEST;
    }

    /** Whether an address there is one mail address. */
    public boolean byMail() {
        return this == EMAIL || this == DIGEST;
    }

    /** Whether messages hold a number that answers name. */
    public boolean takesReplies() {
        return this == SMS;
    }

    /**
     * Whether the other side keeps an alert of its own, which is acknowledged and resolved with
     * ours.
     */
    public boolean keepsState() {
        return this == PAGERDUTY || this == OPSGENIE;
    }

    /** Whether one message may be about several incidents, each with links of its own. */
    public boolean takesBundles() {
        return this == EMAIL;
    }

    /** As it is written in JSON and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param wireName as {@link #wireName()} writes it
     * @return empty for a name nobody knows
     */
    public static Optional<Channel> of(String wireName) {
        return Arrays.stream(values())
                .filter(channel -> channel.wireName().equals(wireName))
                .findFirst();
    }
}
