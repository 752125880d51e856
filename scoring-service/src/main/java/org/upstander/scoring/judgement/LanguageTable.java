package org.upstander.scoring.judgement;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.upstander.scoring.domain.FoldedText;

/** Tells a text's language by the words that one language has and the others have not. */
final class LanguageTable {
    static final int BITS = 16;
    private static final int MAX_WORDS = 60;
    private static final int LEAST = 2;

    private final String[] languages;
    private final byte[] table;

    /**
     * @param table for each word's slot 0, or one plus an index in {@code languages}
     */
    LanguageTable(String[] languages, byte[] table) {
        this.languages = languages;
        this.table = table;
    }

    static LanguageTable read(DataInputStream in) throws IOException {
        String[] languages = in.readUTF().split(",");
        byte[] table = new byte[1 << BITS];
        in.readFully(table);
        return new LanguageTable(languages, table);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(String.join(",", languages));
        out.write(table);
    }

    /** BCP 47, or null where too few words tell, or they disagree. */
    String tell(FoldedText text) {
        FoldedText.Tokens tokens = text.tokens();
        int n = Math.min(MAX_WORDS, tokens.count());
        int[] votes = new int[languages.length + 1];
        for (int t = 0; t < n; t++) {
            votes[table[slot(tokens.hashes()[t])]]++;
        }
        int best = 1;
        for (int l = 2; l < votes.length; l++) {
            best = votes[l] > votes[best] ? l : best;
        }
        int all = Arrays.stream(votes).sum() - votes[0];
        return votes[best] >= LEAST && votes[best] * 5 > all * 3 ? languages[best - 1] : null;
    }

    static int slot(int hash) {
        return (hash * 0x9E3779B1) >>> (32 - BITS);
    }
}
