package org.upstander.scoring.text;

import java.util.Arrays;
import org.upstander.scoring.domain.FoldedText;

/** One pass over a text that is not plain ASCII, or holds markup. */
final class FoldPass {
    private final String text;
    private char[] out;
    private int[] origins;
    private int length;
    private int steps;
    private int closing;

    FoldPass(String text) {
        this.text = text;
        out = new char[text.length() + 8];
        origins = new int[text.length() + 9];
    }

    void run() {
        int i = 0;
        while (i < text.length()) {
            steps++;
            char c = text.charAt(i);
            int signs = Markup.isSign(c) ? markup(i) : 0;
            if (signs > 0) {
                i += signs;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                supplementary(i);
                i += 2;
            } else {
                basic(c, i);
                i++;
            }
        }
        room(1);
        origins[length] = text.length();
    }

    FoldedText result() {
        return new FoldedText(text, out, length, origins, Folding.words(out, length));
    }

    /** How many characters were looked at or written; linear in the text, whatever it holds. */
    int steps() {
        return steps;
    }

    /** Reads the markup that begins here, if there is some; returns its length. */
    private int markup(int at) {
        if (closing > 0 && at == closing) {
            closing = 0;
            return 2;
        }
        Markup.Sign sign = Markup.at(text, at);
        if (sign != null) {
            sign.read().codePoints().forEach(c -> decoded(c, at));
            return sign.length();
        }
        if (at >= closing) {
            closing = Markup.closing(text, at);
            return closing > 0 ? 2 : 0;
        }
        return 0;
    }

    private void decoded(int codePoint, int at) {
        if (Character.isBmpCodePoint(codePoint)) {
            basic((char) codePoint, at);
        } else {
            append(FoldTable.foldSupplementary(codePoint), at);
        }
    }

    private void basic(char c, int at) {
        char folded = FoldTable.fold(c);
        if (folded == FoldTable.SEVERAL) {
            append(FoldTable.expansion(c), at);
        } else if (folded != FoldTable.DROP) {
            append(folded, at);
        }
    }

    private void supplementary(int at) {
        int codePoint = text.codePointAt(at);
        // Emoji, the most of them, have no compatibility form.
        if (codePoint >= 0x1F300 && codePoint < 0x1FB00) {
            append(text.charAt(at), at);
            append(text.charAt(at + 1), at);
        } else {
            append(FoldTable.foldSupplementary(codePoint), at);
        }
    }

    private void append(String folded, int at) {
        for (int k = 0; k < folded.length(); k++) {
            append(folded.charAt(k), at);
        }
    }

    private void append(char folded, int at) {
        room(1);
        steps++;
        out[length] = folded;
        origins[length++] = at;
    }

    private void room(int more) {
        if (length + more > out.length) {
            out = Arrays.copyOf(out, out.length * 2);
            origins = Arrays.copyOf(origins, out.length + 1);
        }
    }
}
