package org.upstander.ingest.domain;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody tells in a mail of her own: without what she quotes, and without her signature. */
public final class OwnWords {

    private static final String SIGNATURE = "-- ";
    private static final String USUAL = "friend-request";
    private static final String NOBODY = "unknown";
    private static final Pattern HANDLE =
            Pattern.compile("(?<![\\w@.+-])@([\\p{L}\\p{N}_][\\p{L}\\p{N}._-]{0,99})");
    private static final Pattern GAP = Pattern.compile("\\n{3,}");
    private static final Pattern FORWARDED = Pattern.compile("(?i)^(?:(?:fwd?|wg|tr):\\s{0,9})+");

    private OwnWords() {}

    /** Of plain text. */
    public static String in(String text) {
        String own = withoutSignature(apart(text, PlainQuotes.in(text), true));
        return GAP.matcher(own).replaceAll("\n\n").strip();
    }

    /** Of what was read of markup. */
    public static String in(Reading reading) {
        return apart(reading.text(), reading.quoted(), false).strip();
    }

    /**
     * By which way somebody tried to reach her: what her subject begins with, {@code Direct message
     * from …}; a friend request where it says nothing, as on the form.
     *
     * @param subject or null
     */
    public static String kind(String subject) {
        String words = plain(subject).toLowerCase(Locale.ROOT).replace("e-mail", "email");
        String joined = words.replace(' ', '-');
        return Limits.KINDS.stream().filter(kind -> begins(joined, kind)).findFirst().orElse(USUAL);
    }

    /**
     * Who it was: the first that is written as {@code @handle}.
     *
     * @param said in the order in which it is looked at; with nulls
     * @return {@code unknown} where nobody is
     */
    public static String handle(String... said) {
        for (String one : said) {
            Matcher found = HANDLE.matcher(one == null ? "" : one);
            if (found.find()) {
                return found.group(1).replaceAll("[.-]+$", "");
            }
        }
        return NOBODY;
    }

    /**
     * The subject and what follows it, as a note may be long.
     *
     * @return null where nothing is said
     */
    public static String note(String subject, String words) {
        String all = (plain(subject) + "\n" + words).strip();
        return all.isEmpty() ? null : Texts.firstCharacters(all, Limits.NOTE);
    }

    private static String plain(String subject) {
        return subject == null ? "" : FORWARDED.matcher(subject.strip()).replaceFirst("").strip();
    }

    private static boolean begins(String words, String kind) {
        return words.startsWith(kind)
                && (words.length() == kind.length()
                        || !Character.isLetterOrDigit(words.charAt(kind.length())));
    }

    /**
     * @param lines whether the line before a quote may say whose it is: {@code On Tuesday … wrote:}
     */
    private static String apart(String text, List<Passage> quoted, boolean lines) {
        StringBuilder own = new StringBuilder();
        int from = 0;
        for (Passage quote : quoted) {
            String before = text.substring(from, quote.start());
            own.append(lines ? withoutHeading(before) : before);
            from = quote.end();
        }
        return own.append(text.substring(from)).toString();
    }

    private static String withoutHeading(String before) {
        String stripped = before.stripTrailing();
        return stripped.endsWith(":")
                ? stripped.substring(0, stripped.lastIndexOf('\n') + 1)
                : before;
    }

    private static String withoutSignature(String text) {
        int at = text.startsWith(SIGNATURE + "\n") ? 0 : text.indexOf("\n" + SIGNATURE + "\n");
        return at < 0 ? text : text.substring(0, at);
    }
}
