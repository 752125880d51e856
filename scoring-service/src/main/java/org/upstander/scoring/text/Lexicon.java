package org.upstander.scoring.text;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.stream.Stream;

/**
 * Which words are everyday words. Names that are such words need a cue, and no everyday word is a
 * misspelt name. Kept as hashes: a set of word hashes, made by the trainer.
 */
public final class Lexicon {
    /** Resource that the trainer writes: a count, then that many hashes, big-endian. */
    public static final String RESOURCE = "words.bin";

    /** Open addressing; 0 is free. */
    private final int[] table;

    private final int shift;

    private Lexicon(int[] hashes) {
        int log = Math.max(6, 33 - Integer.numberOfLeadingZeros(hashes.length));
        table = new int[1 << log];
        shift = 32 - log;
        for (int hash : hashes) {
            if (hash != 0) {
                table[slot(hash)] = hash;
            }
        }
    }

    /** The one in this package's resources; empty where there is none yet. */
    public static Lexicon shipped() {
        try (InputStream in = Lexicon.class.getResourceAsStream(RESOURCE)) {
            return in == null ? ofHashes() : read(new DataInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Lexicon ofHashes(int... hashes) {
        return new Lexicon(hashes.clone());
    }

    public static Lexicon of(String... words) {
        return new Lexicon(Stream.of(words).mapToInt(Folding::hash).toArray());
    }

    private static Lexicon read(DataInputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int[] hashes = new int[buffer.getInt()];
        buffer.asIntBuffer().get(hashes);
        return new Lexicon(hashes);
    }

    /** Whether the word with this hash, as in {@link Folding#hash}, is an everyday word. */
    public boolean isCommon(int hash) {
        return hash != 0 && table[slot(hash)] == hash;
    }

    public boolean isCommon(CharSequence folded) {
        return isCommon(Folding.hash(folded));
    }

    private int slot(int hash) {
        int at = (hash * 0x9E3779B1) >>> shift;
        while (table[at] != 0 && table[at] != hash) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }
}
