package org.upstander.scoring.judgement;

import java.util.Arrays;
import java.util.List;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.text.Folding;

/**
 * A text as it is judged for one person: the places that mean this person become one sign, those
 * that mean colleagues another, and so do accounts, links and numbers. So the model learns what is
 * said about whoever is meant, and never a name.
 */
final class MarkedText {
    static final char TARGET = '\u0001';
    static final char OTHER = '\u0002';
    static final char ACCOUNT = '\u0003';
    static final char LINK = '\u0004';
    static final char YOU = '\u0005';
    static final char NUMBER = '\u0006';

    /** Longer texts are judged around the first place that means the person. */
    static final int MAX_CHARS = 8_000;

    private static final int LEAD = 3_000;
    private static final String LEET_FROM = "0134578@$!\u00a1";
    private static final String LEET_TO = "oieastbasii";

    private final FoldedText text;
    private final int from;
    private final int to;
    private final byte[] marks;
    private char[] chars;
    private int[] origins;
    private int length;

    MarkedText(FoldedText text, Mention target, List<Mention> all) {
        this.text = text;
        int first = target.spans().isEmpty() ? 0 : text.indexOf(target.spans().get(0).start());
        from = text.length() <= MAX_CHARS ? 0 : Math.max(0, first - LEAD);
        to = Math.min(text.length(), from + MAX_CHARS);
        marks = new byte[to - from];
        for (Mention mention : all) {
            if (!mention.staffId().equals(target.staffId())) {
                mark(mention.spans(), OTHER);
            }
        }
        mark(target.spans(), TARGET);
        if (target.protectedKind() != null) {
            mark(List.of(target.span()), NUMBER);
        }
        if (target.answered()) {
            markSecondPerson();
        }
        chars = new char[to - from + 2];
        origins = new int[to - from + 2];
        write();
    }

    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    /** The folded index of a judged character. */
    int folded(int at) {
        return origins[at];
    }

    static boolean isMark(char c) {
        return c >= TARGET && c <= NUMBER;
    }

    static boolean isWord(char c) {
        return isMark(c) || Folding.isWord(c);
    }

    private void mark(List<Span> spans, char sign) {
        for (Span span : spans) {
            int start = Math.max(from, text.indexOf(span.start()));
            int end = Math.min(to, text.indexOf(span.end()));
            if (start < end) {
                Arrays.fill(marks, start - from, end - from, (byte) sign);
                // The sign is written where a place begins; what follows in it is left out.
                marks[start - from] = (byte) -sign;
            }
        }
    }

    private void markSecondPerson() {
        FoldedText.Tokens tokens = text.tokens();
        for (int t = 0; t < tokens.count(); t++) {
            int start = tokens.starts()[t];
            if (start >= from
                    && tokens.ends()[t] <= to
                    && Words.isSecondPerson(tokens.hashes()[t])) {
                marks[start - from] = marks[start - from] == 0 ? (byte) -YOU : marks[start - from];
            }
        }
    }

    private void write() {
        append(' ', from);
        char[] in = text.chars();
        int i = from;
        while (i < to) {
            byte mark = marks[i - from];
            if (mark != 0) {
                i = writeMark(mark, i);
            } else if (isLink(i)) {
                append(LINK, i);
                i = pastLink(i);
            } else if (in[i] == '@' && i + 1 < to && Folding.isWord(in[i + 1])) {
                // The account of somebody who is meant is that person.
                if (marks[i + 1 - from] == 0) {
                    append(ACCOUNT, i);
                    i = pastAccount(i + 1);
                } else {
                    i++;
                }
            } else if (Folding.isWord(in[i])) {
                i = writeWord(i);
            } else {
                append(in[i] < ' ' ? ' ' : in[i], i);
                i++;
            }
        }
        append(' ', Math.max(from, to - 1));
    }

    private int writeMark(byte mark, int at) {
        if (mark == (byte) -YOU) {
            // The word itself stays: "you" and "your" say different things.
            append(YOU, at);
            marks[at - from] = 0;
            return writeWord(at);
        }
        if (mark < 0) {
            append((char) -mark, at);
        }
        return at + 1;
    }

    private int writeWord(int start) {
        char[] in = text.chars();
        int end = start;
        boolean digit = false;
        boolean letter = false;
        while (end < to && marks[end - from] == 0 && (Folding.isWord(in[end]) || isInner(end))) {
            digit |= in[end] < 'a' || in[end] > 'z';
            letter |= Character.isLetter(in[end]);
            end++;
        }
        if (end == start) {
            return start + 1;
        }
        if (!letter) {
            append(NUMBER, start);
            return end;
        }
        boolean leet = digit && isLeet(start, end);
        for (int i = start; i < end; i++) {
            int k = leet ? LEET_FROM.indexOf(in[i]) : -1;
            append(k < 0 ? in[i] : LEET_TO.charAt(k), i);
        }
        return end;
    }

    /** A sign between two letters that may stand for one. */
    private boolean isInner(int at) {
        char[] in = text.chars();
        return "@$!\u00a1".indexOf(in[at]) >= 0
                && at > from
                && at + 1 < to
                && Character.isLetter(in[at - 1])
                && Character.isLetter(in[at + 1]);
    }

    /** Digits among letters rather than behind them, as in "m0ron" but not in "mp3". */
    private boolean isLeet(int start, int end) {
        char[] in = text.chars();
        int first = start;
        while (first < end && !Character.isLetter(in[first])) {
            first++;
        }
        int last = end - 1;
        while (last > first && !Character.isLetter(in[last])) {
            last--;
        }
        int letters = 0;
        for (int i = start; i < end; i++) {
            letters += Character.isLetter(in[i]) ? 1 : 0;
        }
        boolean inside = letters < last - first + 1;
        return inside && letters * 2 >= end - start;
    }

    private boolean isLink(int at) {
        char[] in = text.chars();
        return in[at] == 'h'
                && at + 8 < to
                && in[at + 1] == 't'
                && in[at + 2] == 't'
                && in[at + 3] == 'p'
                && (in[at + 4] == ':' || in[at + 5] == ':');
    }

    private int pastLink(int at) {
        int i = at;
        while (i < to && text.chars()[i] != ' ') {
            i++;
        }
        return i;
    }

    private int pastAccount(int at) {
        int i = at;
        char[] in = text.chars();
        while (i < to && (Folding.isWord(in[i]) || in[i] == '_' || in[i] == '-')) {
            i++;
        }
        return i;
    }

    private void append(char c, int folded) {
        char last = length > 0 ? chars[length - 1] : 'x';
        boolean again =
                c == ' ' && last == ' ' || length > 1 && c == last && c == chars[length - 2];
        if (again) {
            return;
        }
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
            origins = Arrays.copyOf(origins, length * 2);
        }
        chars[length] = c;
        origins[length++] = folded;
    }
}
