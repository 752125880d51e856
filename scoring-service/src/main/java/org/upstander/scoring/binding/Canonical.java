package org.upstander.scoring.binding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.text.Folding;

/**
 * A folded text as the name automaton reads it: its words, one space before and after each, letters
 * that are spaced out put together. Knows which word each place belongs to. Built only for a text
 * that may name somebody.
 */
final class Canonical {
    private static final Folding FOLDING = new Folding();

    /** So many single letters in a row are one word; fewer only where capitals or dots say so. */
    static final int SPACED_LETTERS = 4;

    static final int FEWEST_SPACED_LETTERS = 3;

    private final FoldedText text;
    private String[] words = new String[32];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int count;

    private Canonical(FoldedText text) {
        this.text = text;
    }

    /** The words of a name, folded. */
    static List<String> words(String name) {
        FoldedText folded = FOLDING.fold(name);
        List<String> words = new ArrayList<>();
        for (int t = 0; t < folded.tokens().count(); t++) {
            words.add(
                    WordForm.squeezed(
                            folded.chars(),
                            folded.tokens().starts()[t],
                            folded.tokens().ends()[t]));
        }
        return words;
    }

    /** A handle without its at sign, folded. */
    static String handle(String handle) {
        FoldedText folded = FOLDING.fold(handle.strip());
        String plain = folded.slice(0, folded.length());
        return plain.startsWith("@") ? plain.substring(1) : plain;
    }

    /** The text as it stands. */
    static Canonical plain(FoldedText text) {
        Canonical line = new Canonical(text);
        FoldedText.Tokens tokens = text.tokens();
        for (int t = 0; t < tokens.count(); ) {
            int last = line.spacedRun(t);
            if (last > t) {
                line.addSpaced(t, last);
                t = last + 1;
            } else {
                int from = tokens.starts()[t];
                int to = tokens.ends()[t];
                line.add(WordForm.squeezed(text.chars(), from, to), from, to);
                t++;
            }
        }
        return line;
    }

    /**
     * The text with digits and signs inside words read as letters, stretched words short; or null.
     */
    static Canonical leet(FoldedText text) {
        Canonical line = new Canonical(text);
        boolean changed = false;
        char[] chars = text.chars();
        int at = 0;
        while (at < text.length()) {
            if (!WordForm.isLeet(chars[at])) {
                at++;
                continue;
            }
            int from = at;
            while (at < text.length() && WordForm.isLeet(chars[at])) {
                at++;
            }
            int to = WordForm.lastLetter(chars, from, at);
            while (from < to && chars[from] == '@') {
                from++;
            }
            String word = to > from ? WordForm.deleet(chars, from, to) : "";
            if (!word.isEmpty()) {
                changed |= !word.contentEquals(new String(chars, from, to - from));
                line.add(word, from, to);
            }
        }
        return changed ? line : null;
    }

    /** Hashtags and the like, taken apart where a capital follows a small letter; or null. */
    static Canonical camel(FoldedText text) {
        Canonical line = new Canonical(text);
        FoldedText.Tokens tokens = text.tokens();
        boolean changed = false;
        for (int t = 0; t < tokens.count(); t++) {
            int from = tokens.starts()[t];
            for (int i = from + 1; i < tokens.ends()[t]; i++) {
                if (isHump(text, i)) {
                    line.add(WordForm.squeezed(text.chars(), from, i), from, i);
                    from = i;
                    changed = true;
                }
            }
            line.add(
                    WordForm.squeezed(text.chars(), from, tokens.ends()[t]),
                    from,
                    tokens.ends()[t]);
        }
        return changed ? line : null;
    }

    static boolean isHump(FoldedText text, int at) {
        String original = text.original();
        return Character.isUpperCase(original.charAt(text.origin(at)))
                && Character.isLowerCase(original.charAt(text.origin(at - 1)));
    }

    int count() {
        return count;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    /** The word in the form in which names are kept. */
    String word(int word) {
        return words[word];
    }

    /** Whether nothing but an asterisk parts a word from the next. */
    boolean isMaskedAfter(int word) {
        return starts[word + 1] == ends[word] + 1 && text.chars()[ends[word]] == '*';
    }

    private void add(String word, int from, int to) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            words = Arrays.copyOf(words, count * 2);
        }
        words[count] = word;
        starts[count] = from;
        ends[count++] = to;
    }

    /** The last of a run of single letters that begins at a word, else the word itself. */
    private int spacedRun(int first) {
        FoldedText.Tokens tokens = text.tokens();
        int last = first;
        boolean capitals = true;
        while (last < tokens.count() && tokens.ends()[last] - tokens.starts()[last] == 1) {
            int at = text.origin(tokens.starts()[last]);
            capitals &= Character.isUpperCase(text.original().charAt(at));
            last++;
        }
        int letters = last - first;
        boolean word =
                letters >= SPACED_LETTERS
                        || letters == FEWEST_SPACED_LETTERS && (capitals || !gap(first).isBlank());
        return word ? last - 1 : first;
    }

    /** What stands between a word and the next. */
    private String gap(int t) {
        return text.slice(text.tokens().ends()[t], text.tokens().starts()[t + 1]);
    }

    /** Puts spaced letters together; another gap than the first parts two words. */
    private void addSpaced(int first, int last) {
        FoldedText.Tokens tokens = text.tokens();
        StringBuilder word = new StringBuilder();
        String usual = gap(first);
        int from = first;
        for (int t = first; t <= last; t++) {
            word.append(text.chars()[tokens.starts()[t]]);
            boolean gap = t < last && !gap(t).equals(usual);
            if (gap || t == last) {
                String read = WordForm.deleet(word.toString().toCharArray(), 0, word.length());
                add(read, tokens.starts()[from], tokens.ends()[t]);
                word.setLength(0);
                from = t + 1;
            }
        }
    }
}
