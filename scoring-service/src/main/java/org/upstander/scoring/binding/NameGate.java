package org.upstander.scoring.binding;

import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/**
 * Lets go of texts that name nobody, which most do, after a look at the hashes of their words. It
 * may say yes wrongly, but not no.
 */
final class NameGate {
    /** A name as it is. */
    static final int NAMED = 1;

    /** A name with a letter wrong. */
    static final int MISSPELT = 2;

    /** A name with digits for letters, or within a hashtag. */
    static final int ODD = 4;

    private static final int PAIR = 0x2545F491;
    private static final String INNER_SIGNS = "@$!\u00a1|*";

    private final Misspellings misspellings;
    private final Lexicon lexicon;
    private final HashBits singles;
    private final HashBits pairs;
    private final HashBits roles = new HashBits(64);
    private final boolean empty;

    NameGate(NameTable names, Misspellings misspellings, Lexicon lexicon) {
        this.misspellings = misspellings;
        this.lexicon = lexicon;
        empty = names.size() == 0;
        singles = new HashBits(names.size());
        pairs = new HashBits(names.size());
        for (int i = 0; i < names.size(); i++) {
            String[] parts = names.name(i).split(" ");
            int first = Folding.hash(parts[0]);
            if (parts.length > 1) {
                pairs.add(first * PAIR + Folding.hash(parts[1]));
                continue;
            }
            singles.add(first);
            if (names.hasKind(i, kind -> kind == Alias.Kind.ROLE)) {
                roles.add(first);
            }
        }
    }

    /** Whether a word may be a name by itself. */
    boolean isName(int hash) {
        return singles.contains(hash);
    }

    /** Whether two words that follow each other may begin a name. */
    boolean beginName(int hash, int next) {
        return pairs.contains(hash * PAIR + next);
    }

    /**
     * What a text holds, of {@link #NAMED}, {@link #MISSPELT} and {@link #ODD}; 0 is never wrong.
     */
    int signs(FoldedText text) {
        if (empty) {
            return 0;
        }
        FoldedText.Tokens tokens = text.tokens();
        int[] hashes = tokens.hashes();
        int[] starts = tokens.starts();
        int[] ends = tokens.ends();
        char[] chars = text.chars();
        int signs = 0;
        int before = 0;
        int spaced = 0;
        for (int t = 0; t < tokens.count(); t++) {
            int hash = hashes[t];
            int start = starts[t];
            int length = ends[t] - start;
            if (beginName(before, hash)) {
                signs |= NAMED;
            }
            before = hash;
            boolean common = lexicon.isCommon(hash);
            if (singles.contains(hash) && (!common || mayBeName(text, t))) {
                signs |= NAMED;
            } else if (!common && length > 1) {
                signs |= misspellings.mayMatch(chars, start, ends[t]) ? MISSPELT : 0;
                signs |= isOddName(text, start, ends[t]) ? ODD : 0;
            }
            spaced = length == 1 ? spaced + 1 : 0;
            boolean joined =
                    t > 0
                            && start == ends[t - 1] + 1
                            && chars[start - 1] != ' '
                            && INNER_SIGNS.indexOf(chars[start - 1]) >= 0;
            signs |= joined && isOddName(text, start, ends[t]) ? ODD : 0;
            signs |= spaced == Canonical.FEWEST_SPACED_LETTERS ? NAMED | MISSPELT : 0;
            signs |= isMasked(text, t) ? MISSPELT : 0;
        }
        return signs;
    }

    /** "D*na": a sign stands for a letter that the reader is to guess. */
    private static boolean isMasked(FoldedText text, int token) {
        int end = text.tokens().ends()[token];
        return end + 1 < text.length()
                && text.chars()[end] == '*'
                && Folding.isWord(text.chars()[end + 1]);
    }

    /** An everyday word in small letters is a name at most after @, next to a comma, or in chat. */
    private boolean mayBeName(FoldedText text, int token) {
        int start = text.tokens().starts()[token];
        int end = text.tokens().ends()[token];
        char[] chars = text.chars();
        char before = start > 0 ? chars[start - 1] : ' ';
        char earlier = start > 1 ? chars[start - 2] : ' ';
        char after = end < text.length() ? chars[end] : ' ';
        return Character.isUpperCase(text.original().charAt(text.origin(start)))
                || before == '@'
                || earlier == ','
                || after == ','
                || roles.contains(text.tokens().hashes()[token])
                || isSmall(text);
    }

    /** Whether the text begins without capitals, as chat does. */
    private static boolean isSmall(FoldedText text) {
        String original = text.original();
        int to = Math.min(40, original.length());
        for (int i = 0; i < to; i++) {
            if (Character.isUpperCase(original.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** A name with digits for letters, stretched, or in a hashtag of several words. */
    private boolean isOddName(FoldedText text, int from, int to) {
        String leet = WordForm.leetAround(text, from, to);
        if (leet != null && isNameLike(leet)) {
            return true;
        }
        int part = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to ? part > from : Canonical.isHump(text, i)) {
                if (isNameLike(text.slice(part, i))) {
                    return true;
                }
                part = i;
            }
        }
        return false;
    }

    private boolean isNameLike(String word) {
        return singles.contains(Folding.hash(word))
                || !lexicon.isCommon(word)
                        && misspellings.mayMatch(word.toCharArray(), 0, word.length());
    }
}
