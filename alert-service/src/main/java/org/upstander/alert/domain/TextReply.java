package org.upstander.alert.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody answered to a text message, in the grammar of GoAlert: {@code 12a} acknowledges,
 * {@code 12c} closes, {@code 12e} escalates; a bare {@code a}, {@code ack}, {@code c}, {@code
 * close}, {@code e} or {@code escalate} is about the last message. Quotes, spaces, a full stop and
 * capitals do not matter, nor which of code and word comes first.
 *
 * @param code which message; empty for the last one
 * @param action what to do
 */
public record TextReply(OptionalInt code, ChannelAction action) {

    private static final int LONGEST = 40;
    private static final Pattern REPLY =
            Pattern.compile(
                    "(?<before>\\d{1,9})?\\s*"
                            + "(?<word>a|ack|acknowledge|c|close|e|escalate)"
                            + "\\s*(?<behind>\\d{1,9})?");

    /** Empty for what means none of these, also for the carriers' own STOP, START and the like. */
    public static Optional<TextReply> of(String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        String bare = text.toLowerCase(Locale.ROOT).replaceAll("['\"’‘“”.]", "").strip();
        Matcher matcher = REPLY.matcher(bare);
        if (!matcher.matches()
                || matcher.group("before") != null && matcher.group("behind") != null) {
            return Optional.empty();
        }
        String code =
                matcher.group("before") == null ? matcher.group("behind") : matcher.group("before");
        return Optional.of(
                new TextReply(
                        code == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(code)),
                        action(matcher.group("word").charAt(0))));
    }

    private static ChannelAction action(char letter) {
        return switch (letter) {
            case 'a' -> ChannelAction.ACKNOWLEDGE;
            case 'c' -> ChannelAction.RESOLVE;
            default -> ChannelAction.ESCALATE;
        };
    }
}
