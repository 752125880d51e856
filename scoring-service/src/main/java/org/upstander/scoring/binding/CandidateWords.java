package org.upstander.scoring.binding;

import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.text.Lexicon;

/** A text's words, as the finders of identifiers ask for them. */
final class CandidateWords {
    private final FoldedText text;
    private final FoldedText.Tokens tokens;
    private final Lexicon lexicon;

    CandidateWords(FoldedText text, Lexicon lexicon) {
        this.text = text;
        this.tokens = text.tokens();
        this.lexicon = lexicon;
    }

    int count() {
        return tokens.count();
    }

    /** Folded offset of a word's first character. */
    int start(int word) {
        return tokens.starts()[word];
    }

    /** One past its last. */
    int end(int word) {
        return tokens.ends()[word];
    }

    int hash(int word) {
        return tokens.hashes()[word];
    }

    /** How many folded characters there are. */
    int length() {
        return text.length();
    }

    /** A folded character. */
    char at(int index) {
        return text.chars()[index];
    }

    /** A folded range, given in characters. */
    String range(int start, int end) {
        return text.slice(start, end);
    }

    /** From one word to another with what is between them. */
    String slice(int first, int last) {
        return text.slice(start(first), end(last));
    }

    /** Whether public text has the word often. */
    boolean isCommon(int word) {
        return lexicon.isCommon(hash(word));
    }

    /** A word's first character as it was given, before folding. */
    char original(int word) {
        return text.original().charAt(text.origin(start(word)));
    }

    /** Whether it is digits, a word for some, or an "o" among digits. */
    boolean isNumber(int word) {
        return isDigits(word) || NumberWords.contains(hash(word)) || isZeroLetter(word);
    }

    private boolean isDigits(int word) {
        for (int i = start(word); i < end(word); i++) {
            if (!isDigit(at(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isZeroLetter(int word) {
        return end(word) - start(word) == 1
                && at(start(word)) == 'o'
                && (word > 0 && isDigits(word - 1) || word + 1 < count() && isDigits(word + 1));
    }

    /** The digits of a number; those of two words for "seventy-one" and the like. */
    String digits(int first, int last) {
        StringBuilder digits = new StringBuilder();
        for (int word = first; word <= last; word++) {
            String next = digits(word);
            boolean unitOfTen = next.length() == 1 && isTen(word - 1, first);
            if (unitOfTen) {
                digits.setLength(digits.length() - 1);
            }
            digits.append(next);
        }
        return digits.toString();
    }

    /** Whether a word is twenty, thirty and so on. */
    boolean isTen(int word, int first) {
        return word >= first
                && !isDigits(word)
                && NumberWords.contains(hash(word))
                && digits(word).length() == 2
                && digits(word).endsWith("0");
    }

    private String digits(int word) {
        if (isDigits(word)) {
            return range(start(word), end(word));
        }
        String read = NumberWords.digits(hash(word));
        return read == null ? "0" : read;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether it may be part of an account or an address. */
    static boolean isAccount(char c) {
        return c >= 'a' && c <= 'z' || isDigit(c) || c == '_' || c == '.' || c == '-' || c == '+';
    }
}
