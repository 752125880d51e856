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

    /**
     * Whether a message there is read by people and neither rings nor raises an alert elsewhere.
     */
    public boolean quiet() {
        return byMail()
                || this == SLACK
                || this == TEAMS
                || this == DISCORD
                || this == MATTERMOST
                || this == NTFY;
    }

    /** Whether messages hold a number that answers name. */
    public boolean takesReplies() {
        return this == SMS;
    }

    /** Whether the other side keeps something about an incident, which is closed with ours. */
    public boolean keepsState() {
        return showsAcknowledgement() || this == GOALERT || endsAlone();
    }

    /** Whether what it keeps also shows that somebody is at it. */
    public boolean showsAcknowledgement() {
        return this == PAGERDUTY || this == OPSGENIE || keepsMessages();
    }

    /** Whether it keeps each message by itself, under an id of its own, not one alert for a run. */
    public boolean keepsMessages() {
        return this == DISCORD;
    }

    /** Whether its alert ends by itself unless it is sent again. */
    public boolean endsAlone() {
        return this == ALERTMANAGER;
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
