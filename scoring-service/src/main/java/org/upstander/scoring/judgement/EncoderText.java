package org.upstander.scoring.judgement;

import com.ibm.icu.lang.UCharacter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.text.Folding;

/**
 * What the encoder reads for one person: the text with the people marked, and beside it where the
 * text stands. The marks of {@link MarkedText} stay single characters, and symbols that the
 * encoder's vocabulary lacks are written as their Unicode names.
 */
final class EncoderText {
    /** Longer texts are read around the first place that means the person. */
    static final int MAX_CHARS = 900;

    private static final int LEAD = 350;
    private static final int MAX_TITLE = 120;
    private static final int MAX_PARENT = 200;
    private static final Folding FOLDING = new Folding();

    private final StringBuilder text = new StringBuilder();
    private final String context;
    private int[] folded = new int[256];

    /**
     * @param marked the post's text, marked for {@code target}
     * @param all whom the post means
     */
    EncoderText(Post post, MarkedText marked, Mention target, List<Mention> all) {
        write(marked, MAX_CHARS);
        neutralise();
        context = context(post, target, all);
    }

    private EncoderText(MarkedText marked, int most) {
        write(marked, most);
        neutralise();
        context = "";
    }

    /** The marked text. */
    String text() {
        return text.toString();
    }

    /** Relation, parent and thread title; empty when nothing is known. */
    String context() {
        return context;
    }

    /** The folded index that a character of {@link #text()} stands for. */
    int folded(int at) {
        return folded[at];
    }

    private void write(MarkedText marked, int most) {
        int from = 0;
        if (marked.length() > most) {
            from = Math.min(marked.length() - most, Math.max(0, first(marked) - LEAD));
        }
        int to = Math.min(marked.length(), from + most);
        char[] chars = marked.chars();
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (Character.isHighSurrogate(c) && i + 1 < to) {
                appendName(Character.toCodePoint(c, chars[i + 1]), marked.folded(i));
                i++;
            } else if (Character.isSurrogate(c)) {
                append(' ', marked.folded(i));
            } else if (c > 0x2190 && Character.getType(c) == Character.OTHER_SYMBOL) {
                appendName(c, marked.folded(i));
            } else {
                append(c, marked.folded(i));
            }
        }
    }

    /** Writes the text once more, without what tells who is spoken of, or speaks. */
    private void neutralise() {
        String gendered = text.toString();
        int[] places = Arrays.copyOf(folded, gendered.length());
        text.setLength(0);
        int at = 0;
        Matcher pronoun = NeutralWords.matcher(gendered);
        while (pronoun.find()) {
            for (; at < pronoun.start(); at++) {
                append(gendered.charAt(at), places[at]);
            }
            for (char c : NeutralWords.of(pronoun.group()).toCharArray()) {
                append(c, places[at]);
            }
            at = pronoun.end();
        }
        for (; at < gendered.length(); at++) {
            append(gendered.charAt(at), places[at]);
        }
    }

    private static int first(MarkedText marked) {
        for (int i = 0; i < marked.length(); i++) {
            if (marked.chars()[i] == MarkedText.TARGET) {
                return i;
            }
        }
        return 0;
    }

    private void appendName(int symbol, int at) {
        String name = UCharacter.getName(symbol);
        append(' ', at);
        if (name != null) {
            for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
                append(c, at);
            }
        }
        append(' ', at);
    }

    private void append(char c, int at) {
        if (text.length() == folded.length) {
            folded = Arrays.copyOf(folded, folded.length * 2);
        }
        folded[text.length()] = at;
        text.append(c);
    }

    private static String context(Post post, Mention target, List<Mention> all) {
        StringBuilder context = new StringBuilder();
        if (target.answered()) {
            context.append("reply to ").append(MarkedText.TARGET);
        } else if (post.replyTo() != null) {
            context.append("reply to a member");
        }
        if (post.replyTo() != null && post.replyTo().text() != null) {
            List<Mention> named = all.stream().map(Mention::inParent).toList();
            String parent = post.replyTo().text();
            context.append(": ").append(marked(parent, target.inParent(), named, MAX_PARENT));
        }
        if (post.thread() != null && post.thread().title() != null) {
            List<Mention> named = all.stream().map(Mention::inTitle).toList();
            String title = post.thread().title();
            context.append(" in ").append(marked(title, target.inTitle(), named, MAX_TITLE));
        }
        return context.toString();
    }

    private static String marked(String given, Mention target, List<Mention> all, int most) {
        FoldedText folded = FOLDING.fold(given);
        return new EncoderText(new MarkedText(folded, target, all), most).text().strip();
    }
}
