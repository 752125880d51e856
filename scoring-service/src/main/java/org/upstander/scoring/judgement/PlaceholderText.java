package org.upstander.scoring.judgement;

import java.util.Arrays;
import org.upstander.scoring.application.Anonymiser;
import org.upstander.scoring.application.MentionInPost;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.text.Folding;

/**
 * What the encoder reads, in words that another model understands: the same window around the
 * person, pronouns without gender, placeholders for the signs. Placeholders are in capitals, which
 * a folded text has not, so no author can write one.
 */
public final class PlaceholderText implements Anonymiser {
    private static final char BLACKED = '\u2588';

    /** Reads as a number, so that a placeholder comes in its place. */
    private static final char LEFT_OUT = '0';

    private static final Folding FOLDING = new Folding();

    @Override
    public String anonymous(MentionInPost mention) {
        String prepared = prepared(mention.shown().text(), mention);
        MarkedText marked = new MarkedText(FOLDING.fold(prepared), mention.target(), mention.all());
        EncoderText read =
                new EncoderText(mention.shown(), marked, mention.target(), mention.all());
        StringBuilder written = new StringBuilder(read.text().length() + 64);
        for (char c : read.text().strip().toCharArray()) {
            append(c, written);
        }
        return written.toString();
    }

    /** The text without what is no name and yet tells who somebody is; offsets stay right. */
    private static String prepared(String text, MentionInPost mention) {
        char[] chars = text.replace(BLACKED, LEFT_OUT).toCharArray();
        for (int at = 1; at + 1 < chars.length; at++) {
            if (chars[at] == '@' && isMail(chars[at - 1]) && isMail(chars[at + 1])) {
                at = leaveOutMail(chars, at);
            }
        }
        for (Mention of : mention.all()) {
            for (Span span : of.spans()) {
                // With it the sign would be that of any account.
                if (span.start() > 0 && chars[span.start() - 1] == '@') {
                    chars[span.start() - 1] = ' ';
                }
            }
        }
        return new String(chars);
    }

    /** Returns the last place of the address. */
    private static int leaveOutMail(char[] chars, int at) {
        int from = at;
        while (from > 0 && isMail(chars[from - 1])) {
            from--;
        }
        int to = at + 1;
        while (to < chars.length && (isMail(chars[to]) || chars[to] == '@')) {
            to++;
        }
        Arrays.fill(chars, from, to, LEFT_OUT);
        return to - 1;
    }

    private static boolean isMail(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '+';
    }

    private static void append(char c, StringBuilder written) {
        switch (c) {
            case MarkedText.TARGET -> written.append("[PERSON]");
            case MarkedText.OTHER -> written.append("[COLLEAGUE]");
            case MarkedText.ACCOUNT -> written.append("[ACCOUNT]");
            case MarkedText.LINK -> written.append("[LINK]");
            case MarkedText.NUMBER -> written.append("[NUMBER]");
            case MarkedText.YOU -> {
                // Stands before a "you" that the text itself has.
            }
            default -> written.append(c);
        }
    }
}
