package org.upstander.ingest.webhook.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's markup as people see it: {@code <@U1|name>}, {@code <#C1|name>}, {@code <!here>}, {@code
 * <url|label>}, and three entities.
 */
final class SlackText {

    private static final Pattern MARK =
            Pattern.compile("<([@#!]?)([^<>|]{1,2000})(?:\\|([^<>]*))?>");

    private SlackText() {}

    /**
     * @param text or null
     */
    static String plain(String text) {
        if (text == null) {
            return null;
        }
        String shown =
                MARK.matcher(text)
                        .replaceAll(mark -> Matcher.quoteReplacement(shown(mark.group(1), mark)));
        return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String shown(String kind, MatchResult mark) {
        String label = mark.group(3);
        String what = mark.group(2);
        return switch (kind) {
            case "@" -> "@" + (label == null ? what : label);
            case "#" -> "#" + (label == null ? what : label);
            case "!" ->
                    what.startsWith("subteam^") || what.startsWith("date^")
                            ? (label == null ? "" : label)
                            : "@" + what;
            default -> label == null ? what : label;
        };
    }
}
