package org.upstander.scoring.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.suite.SuiteCase;
import org.upstander.scoring.text.Folding;

/**
 * Counts words in public texts and keeps the hashes of those that are written small often enough:
 * the everyday words. Nothing of the texts themselves is kept.
 */
final class TrainingWords {
    private static final Folding FOLDING = new Folding();
    private static final int LEAST = 4;
    private static final double SMALL_SHARE = 0.15;

    private final Map<Integer, int[]> counts = new HashMap<>();

    /**
     * @param weight how much one use counts
     */
    void count(String text, int weight) {
        FoldedText folded = FOLDING.fold(text);
        FoldedText.Tokens tokens = folded.tokens();
        for (int t = 0; t < tokens.count(); t++) {
            int start = tokens.starts()[t];
            char first = text.charAt(folded.origin(start));
            boolean letters = true;
            for (int i = start; i < tokens.ends()[t]; i++) {
                letters &= Character.isLetter(folded.chars()[i]);
            }
            boolean afterSign = start > 0 && "@_/.#".indexOf(folded.chars()[start - 1]) >= 0;
            if (letters && !afterSign) {
                int[] n = counts.computeIfAbsent(tokens.hashes()[t], h -> new int[2]);
                n[Character.isLowerCase(first) ? 0 : sentenceStart(folded, start) ? 0 : 1] +=
                        Character.isLowerCase(first) || !sentenceStart(folded, start) ? weight : 0;
            }
        }
    }

    private static boolean sentenceStart(FoldedText text, int start) {
        int at = start - 1;
        while (at >= 0 && " \"'(*>".indexOf(text.chars()[at]) >= 0) {
            at--;
        }
        return at < 0 || ".!?:".indexOf(text.chars()[at]) >= 0;
    }

    void count(List<JsonNode> rows) {
        rows.forEach(row -> count(row.path("text").asText(), 1));
    }

    /**
     * Words of the hand-written corpus: for the languages that the public sets lack. A word must
     * occur in two parts: one part's own words are its people, misspelt in all ways.
     */
    void countCorpus(List<List<SuiteCase>> parts, Set<Integer> names) {
        Map<Integer, int[]> sums = new HashMap<>();
        Map<Integer, Integer> partsWith = new HashMap<>();
        for (List<SuiteCase> posts : parts) {
            TrainingWords own = new TrainingWords();
            posts.forEach(given -> own.count(given.post().text(), 1));
            own.counts.forEach(
                    (hash, n) -> {
                        if (n[0] > 0) {
                            partsWith.merge(hash, 1, Integer::sum);
                        }
                        sums.merge(hash, n, TrainingWords::sum);
                    });
        }
        sums.forEach(
                (hash, n) -> {
                    if (partsWith.getOrDefault(hash, 0) >= 2 && !names.contains(hash)) {
                        counts.merge(hash, new int[] {n[0] * 2, n[1] * 2}, TrainingWords::sum);
                    }
                });
    }

    private static int[] sum(int[] a, int[] b) {
        return new int[] {a[0] + b[0], a[1] + b[1]};
    }

    static Set<Integer> names(List<StaffMember> staff) {
        Set<Integer> names = new HashSet<>();
        for (StaffMember member : staff) {
            for (String name : member.names()) {
                addWords(names, name);
            }
            addWords(names, member.displayName());
            member.handles().forEach(h -> addWords(names, h.handle()));
        }
        return names;
    }

    private static void addWords(Set<Integer> names, String name) {
        FoldedText.Tokens tokens = FOLDING.fold(name).tokens();
        for (int t = 0; t < tokens.count(); t++) {
            names.add(tokens.hashes()[t]);
        }
    }

    int[] everyday() {
        return counts.entrySet().stream()
                .filter(e -> e.getValue()[0] >= LEAST)
                .filter(e -> e.getValue()[0] >= SMALL_SHARE * (e.getValue()[0] + e.getValue()[1]))
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
    }

    static void write(int[] hashes, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate(4 * hashes.length + 4);
            buffer.putInt(hashes.length);
            buffer.asIntBuffer().put(hashes);
            out.write(buffer.array());
        }
    }
}
