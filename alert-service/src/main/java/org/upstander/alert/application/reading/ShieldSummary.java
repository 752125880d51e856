package org.upstander.alert.application.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a member of staff is told of the attacks on her: that somebody is at it, who, how much, and
 * who looked. No text, author, category or severity, unless she asked for the texts.
 *
 * @param staffId who is attacked
 * @param at when it was counted
 * @param state {@code quiet}, {@code acknowledged} (somebody has everything in hand) or {@code
 *     open} (somebody is being called)
 * @param since when the oldest attack began that is not over, or null when it is quiet
 * @param handledBy who has taken something that is not over, by name
 * @param now what is not over
 * @param last30Days what is not over, or was last added to in the 30 days before
 * @param items the same one by one: what is not over first, then the latest; at most 50
 * @param textReads who saw the text of what was written, the latest 50
 */
public record ShieldSummary(
        String staffId,
        Instant at,
        String state,
        Instant since,
        List<String> handledBy,
        Counts now,
        Counts last30Days,
        List<Item> items,
        List<Reading> textReads) {

    public static final String QUIET = "quiet";
    public static final String OPEN = "open";
    public static final String ACKNOWLEDGED = "acknowledged";

    private static final String RESOLVED = "resolved";

    public ShieldSummary {
        handledBy = List.copyOf(handledBy);
        items = List.copyOf(items);
        textReads = List.copyOf(textReads);
    }

    /**
     * @param incidents how many
     * @param posts in all of them
     * @param authors different ones in all of them
     */
    public record Counts(long incidents, long posts, long authors) {}

    /**
     * The figures of all her incidents.
     *
     * @param open how many nobody has taken
     * @param since when the oldest began that is not over, or null
     */
    public record Figures(long open, Instant since, Counts now, Counts last30Days) {}

    /**
     * One incident.
     *
     * @param state {@code open, acknowledged} or {@code resolved}
     * @param since when it began
     * @param lastActivityAt when something was last added
     * @param resolvedAt when it was over, or null
     * @param resolvedBy by name, or null
     * @param handledBy who took it, in order
     * @param texts what was written, the latest first, or null unless she asked
     */
    public record Item(
            String incidentId,
            String state,
            Instant since,
            Instant lastActivityAt,
            long posts,
            long authors,
            Instant resolvedAt,
            String resolvedBy,
            List<Handled> handledBy,
            List<Text> texts) {

        /** The same with what was written. */
        Item with(List<Text> written) {
            return new Item(
                    incidentId,
                    state,
                    since,
                    lastActivityAt,
                    posts,
                    authors,
                    resolvedAt,
                    resolvedBy,
                    handledBy,
                    List.copyOf(written));
        }
    }

    /**
     * @param by name of the contact or token, else as they named themselves
     * @param kind {@code seen, called} or {@code safe}
     */
    public record Handled(String by, Instant at, String kind) {}

    /**
     * @param by name of the token, else the subject of the OIDC token
     * @param why as the reader said, or null
     * @param own whether it was herself
     */
    public record Reading(String incidentId, Instant at, String by, String why, boolean own) {}

    /**
     * @param author name, handle or id
     * @param text hostile
     */
    public record Text(Instant postedAt, String source, String author, String url, String text) {}

    /** Puts together what was read. */
    public static ShieldSummary of(
            String staffId,
            Instant at,
            Figures figures,
            List<Item> items,
            List<Reading> textReads) {
        return new ShieldSummary(
                staffId,
                at,
                state(figures),
                figures.since(),
                items.stream()
                        .filter(item -> !RESOLVED.equals(item.state()))
                        .flatMap(item -> item.handledBy().stream())
                        .map(Handled::by)
                        .distinct()
                        .toList(),
                figures.now(),
                figures.last30Days(),
                items,
                textReads);
    }

    private static String state(Figures figures) {
        if (figures.now().incidents() == 0) {
            return QUIET;
        }
        return figures.open() > 0 ? OPEN : ACKNOWLEDGED;
    }

    /** The same with what was written, by incident. */
    ShieldSummary with(Map<String, List<Text>> written) {
        return new ShieldSummary(
                staffId,
                at,
                state,
                since,
                handledBy,
                now,
                last30Days,
                items.stream()
                        .map(
                                item ->
                                        item.with(
                                                Optional.ofNullable(written.get(item.incidentId()))
                                                        .orElse(List.of())))
                        .toList(),
                textReads);
    }
}
