package org.upstander.scoring.binding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/**
 * Finds every place where a name of the roster stands, whoever is meant by it. Most texts name
 * nobody, and are let go after a look at the hashes of their words.
 */
final class NameFinder {

    private final NameTable names;
    private final Lexicon lexicon;
    private final Misspellings misspellings;
    private final NameGate gate;
    private final int mostWords;

    /**
     * @param names in canonical form, with those who have them
     */
    NameFinder(NameTable names, Lexicon lexicon) {
        this.names = names;
        this.lexicon = lexicon;
        int most = 1;
        for (int i = 0; i < names.size(); i++) {
            most = Math.max(most, names.name(i).split(" ").length);
        }
        mostWords = most;
        misspellings = new Misspellings(names);
        gate = new NameGate(names, misspellings, lexicon);
    }

    /** All places, overlapping ones too. */
    List<Hit> find(FoldedText text) {
        int signs = gate.signs(text);
        if (signs == 0) {
            return List.of();
        }
        Map<Long, Hit> hits = new HashMap<>();
        read(Canonical.plain(text), (signs & NameGate.MISSPELT) != 0, Hit.Form.AS_IT_IS, hits);
        if ((signs & NameGate.ODD) != 0) {
            for (Canonical other : new Canonical[] {Canonical.leet(text), Canonical.camel(text)}) {
                if (other != null) {
                    read(other, true, Hit.Form.DISGUISED, hits);
                }
            }
        }
        return new ArrayList<>(hits.values());
    }

    private void read(Canonical line, boolean misspelt, Hit.Form form, Map<Long, Hit> hits) {
        boolean[] named = new boolean[line.count()];
        int before = 0;
        for (int word = 0; word < named.length; word++) {
            int hash = Folding.hash(line.word(word));
            if (gate.isName(hash)) {
                named(line, word, word, line.word(word), form, hits, named);
            }
            if (word > 0 && gate.beginName(before, hash)) {
                phrases(line, word - 1, form, hits, named);
            }
            before = hash;
        }
        for (int word = 0; misspelt && word < named.length; word++) {
            if (!named[word]) {
                misspelt(line, word, hits);
                masked(line, word, hits);
            }
        }
    }

    /** Names of two words and more. */
    private void phrases(
            Canonical line, int first, Hit.Form form, Map<Long, Hit> hits, boolean[] named) {
        StringBuilder phrase = new StringBuilder(line.word(first));
        int end = Math.min(line.count(), first + mostWords);
        for (int last = first + 1; last < end; last++) {
            phrase.append(' ').append(line.word(last));
            named(line, first, last, phrase.toString(), form, hits, named);
        }
    }

    private void named(
            Canonical line,
            int first,
            int last,
            String name,
            Hit.Form form,
            Map<Long, Hit> hits,
            boolean[] named) {
        List<Alias> found = names.of(name);
        if (!found.isEmpty()) {
            Arrays.fill(named, first, last + 1, true);
            add(hits, line.start(first), line.end(last), form, found);
        }
    }

    private void misspelt(Canonical line, int index, Map<Long, Hit> hits) {
        String word = line.word(index);
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
        List<Alias> found = misspellings.masked(line.word(index), line.word(index + 1));
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
