package org.upstander.scoring.binding;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/**
 * Finds every place where a name of the roster stands, whoever is meant by it. Most texts name
 * nobody, and are let go after a look at the hashes of their words.
 */
final class NameFinder {
    private static final int PAIR = 0x2545F491;
    private static final String INNER_SIGNS = "@$!\u00a1|*";

    private static final int NAMED = 1;
    private static final int MISSPELT = 2;
    private static final int ODD = 4;

    private final Lexicon lexicon;
    private final AhoCorasickDoubleArrayTrie<Alias[]> automaton;
    private final Misspellings misspellings;
    private final HashBits singles;
    private final HashBits pairs;
    private final HashBits roles;
    private final boolean empty;

    NameFinder(Map<String, List<Alias>> aliases, Lexicon lexicon) {
        this.lexicon = lexicon;
        empty = aliases.isEmpty();
        singles = new HashBits(aliases.size());
        pairs = new HashBits(aliases.size());
        roles = new HashBits(64);
        TreeMap<String, Alias[]> keys = new TreeMap<>();
        Map<String, Alias[]> words = new LinkedHashMap<>();
        aliases.forEach(
                (name, owners) -> {
                    Alias[] array = owners.toArray(Alias[]::new);
                    keys.put(" " + name + " ", array);
                    String[] parts = name.split(" ");
                    if (parts.length == 1) {
                        singles.add(Folding.hash(name));
                        if (owners.stream().anyMatch(a -> a.kind() == Alias.Kind.ROLE)) {
                            roles.add(Folding.hash(name));
                        }
                        Alias[] own = misspellable(array);
                        if (own.length > 0) {
                            words.put(name, own);
                        }
                    } else {
                        pairs.add(Folding.hash(parts[0]) * PAIR + Folding.hash(parts[1]));
                    }
                });
        automaton = new AhoCorasickDoubleArrayTrie<>();
        if (!empty) {
            automaton.build(keys);
        }
        misspellings = new Misspellings(words);
    }

    private static Alias[] misspellable(Alias[] aliases) {
        return Arrays.stream(aliases)
                .filter(
                        a ->
                                switch (a.kind()) {
                                    case FIRST, SURNAME, DERIVED_SURNAME, NICKNAME -> true;
                                    default -> false;
                                })
                .toArray(Alias[]::new);
    }

    /** All places, overlapping ones too. */
    List<Hit> find(FoldedText text) {
        int signs = empty ? 0 : signs(text);
        if (signs == 0) {
            return List.of();
        }
        Map<Long, Hit> hits = new HashMap<>();
        read(Canonical.plain(text), (signs & MISSPELT) != 0, Hit.Form.AS_IT_IS, hits);
        if ((signs & ODD) != 0) {
            for (Canonical other : new Canonical[] {Canonical.leet(text), Canonical.camel(text)}) {
                if (other != null) {
                    read(other, true, Hit.Form.DISGUISED, hits);
                }
            }
        }
        return new ArrayList<>(hits.values());
    }

    /** The gate: 0 is never wrong. */
    private int signs(FoldedText text) {
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
            if (pairs.contains(before * PAIR + hash)) {
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

    private void read(Canonical line, boolean misspelt, Hit.Form form, Map<Long, Hit> hits) {
        String read = line.line();
        boolean[] named = new boolean[line.count()];
        automaton.parseText(
                read,
                (begin, end, aliases) -> {
                    int first = line.wordAt(begin + 1);
                    int last = line.wordAt(end - 2);
                    Arrays.fill(named, first, last + 1, true);
                    add(hits, line.start(first), line.end(last), form, Arrays.asList(aliases));
                });
        for (int word = 0; misspelt && word < named.length; word++) {
            if (!named[word]) {
                misspelt(line, word, hits);
                masked(line, word, hits);
            }
        }
    }

    private void misspelt(Canonical line, int index, Map<Long, Hit> hits) {
        String word = line.readWord(index);
        if (word.length() < Misspellings.MIN_LETTERS || lexicon.isCommon(word)) {
            return;
        }
        List<Alias> found = misspellings.find(word);
        if (!found.isEmpty()) {
            add(hits, line.start(index), line.end(index), Hit.Form.MISSPELT, found);
        }
    }

    /** Two words with an asterisk between them, read as one with a letter left out. */
    private void masked(Canonical line, int index, Map<Long, Hit> hits) {
        if (index + 1 >= line.count() || !line.isMaskedAfter(index)) {
            return;
        }
        List<Alias> found = misspellings.masked(line.readWord(index), line.readWord(index + 1));
        if (!found.isEmpty()) {
            add(hits, line.start(index), line.end(index + 1), Hit.Form.MISSPELT, found);
        }
    }

    private static void add(
            Map<Long, Hit> hits, int start, int end, Hit.Form form, List<Alias> aliases) {
        Hit known = hits.get(((long) start << 32) | end);
        if (known == null || known.misspelt() && form != Hit.Form.MISSPELT) {
            hits.put(((long) start << 32) | end, new Hit(start, end, form, aliases));
        }
    }
}
