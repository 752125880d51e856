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

    private final Lexicon lexicon;
    private final AhoCorasickDoubleArrayTrie<Alias[]> automaton;
    private final Misspellings misspellings;
    private final HashBits singles;
    private final HashBits pairs;
    private final boolean empty;

    NameFinder(Map<String, List<Alias>> aliases, Lexicon lexicon) {
        this.lexicon = lexicon;
        empty = aliases.isEmpty();
        singles = new HashBits(aliases.size());
        pairs = new HashBits(aliases.size());
        TreeMap<String, Alias[]> keys = new TreeMap<>();
        Map<String, Alias[]> words = new LinkedHashMap<>();
        aliases.forEach(
                (name, owners) -> {
                    Alias[] array = owners.toArray(Alias[]::new);
                    keys.put(" " + name + " ", array);
                    String[] parts = name.split(" ");
                    if (parts.length == 1) {
                        singles.add(Folding.hash(name));
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
        if (empty || !mayName(text)) {
            return List.of();
        }
        Map<Long, Hit> hits = new HashMap<>();
        read(Canonical.plain(text), hits);
        for (Canonical other : new Canonical[] {Canonical.leet(text), Canonical.camel(text)}) {
            if (other != null) {
                read(other, hits);
            }
        }
        return new ArrayList<>(hits.values());
    }

    /** The gate: sometimes wrongly yes, never wrongly no. */
    private boolean mayName(FoldedText text) {
        FoldedText.Tokens tokens = text.tokens();
        int[] hashes = tokens.hashes();
        int[] starts = tokens.starts();
        int[] ends = tokens.ends();
        char[] chars = text.chars();
        int before = 0;
        int spaced = 0;
        for (int t = 0; t < tokens.count(); t++) {
            int hash = hashes[t];
            if (singles.mayContain(hash) || pairs.mayContain(before * PAIR + hash)) {
                return true;
            }
            before = hash;
            int length = ends[t] - starts[t];
            spaced = length == 1 ? spaced + 1 : 0;
            if (spaced == 4) {
                return true;
            }
            if (length > 1 && !lexicon.isCommon(hash)) {
                if (misspellings.mayMatch(chars, starts[t], ends[t])
                        || isOdd(text, starts[t], ends[t])) {
                    return true;
                }
            }
            if (t > 0
                    && starts[t] == ends[t - 1] + 1
                    && INNER_SIGNS.indexOf(chars[starts[t] - 1]) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Digits among letters, a stretched word, or several words written as one. */
    private static boolean isOdd(FoldedText text, int from, int to) {
        char[] chars = text.chars();
        boolean digit = false;
        boolean letter = false;
        boolean hump = false;
        for (int i = from; i < to; i++) {
            boolean number = chars[i] >= '0' && chars[i] <= '9';
            digit |= number;
            letter |= !number;
            hump |= i > from && Canonical.isHump(text, i);
        }
        return digit && letter || hump || Canonical.isStretched(chars, from, to);
    }

    private void read(Canonical line, Map<Long, Hit> hits) {
        String read = line.line();
        boolean[] named = new boolean[line.count()];
        automaton.parseText(
                read,
                (begin, end, aliases) -> {
                    int first = line.wordAt(begin + 1);
                    int last = line.wordAt(end - 2);
                    Arrays.fill(named, first, last + 1, true);
                    add(hits, line.start(first), line.end(last), false, Arrays.asList(aliases));
                });
        for (int word = 0; word < named.length; word++) {
            if (!named[word]) {
                misspelt(line, word, hits);
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
            add(hits, line.start(index), line.end(index), true, found);
        }
    }

    private static void add(
            Map<Long, Hit> hits, int start, int end, boolean misspelt, List<Alias> aliases) {
        Hit known = hits.get(((long) start << 32) | end);
        if (known == null || known.misspelt() && !misspelt) {
            hits.put(((long) start << 32) | end, new Hit(start, end, misspelt, aliases));
        }
    }
}
