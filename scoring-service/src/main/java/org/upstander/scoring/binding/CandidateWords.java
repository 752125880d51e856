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

    boolean isNumber(int word) {
        for (int i = start(word); i < end(word); i++) {
            if (!isDigit(at(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether it may be part of an account or an address. */
    static boolean isAccount(char c) {
        return c >= 'a' && c <= 'z' || isDigit(c) || c == '_' || c == '.' || c == '-' || c == '+';
    }
}
