package org.upstander.scoring.binding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers by text, several for one text in the order in which they were put. Immutable; all of it
 * lies in a few arrays, see {@link TextPool}. The texts themselves are numbered from 0.
 */
final class TextIndex {
    private static final int NONE = -1;

    private final TextPool texts;

    /** For each text where it stands in the pool. */
    private final int[] places;

    /** For each text where its numbers begin; one more at the end. */
    private final int[] begins;

    private final int[] numbers;

    /** Open addressing, at most half full. */
    private final int[] table;

    private TextIndex(TextPool texts, int[] places, int[] begins, int[] numbers) {
        this.texts = texts;
        this.places = places;
        this.begins = begins;
        this.numbers = numbers;
        table = new int[Integer.highestOneBit(Math.max(1, places.length)) * 4];
        Arrays.fill(table, NONE);
        for (int i = 0; i < places.length; i++) {
            int slot = slot(texts.get(places[i]).hashCode());
            while (table[slot] != NONE) {
                slot = next(slot);
            }
            table[slot] = i;
        }
    }

    /** How many texts there are. */
    int size() {
        return places.length;
    }

    String text(int index) {
        return texts.get(places[index]);
    }

    /** The text's place, or -1. */
    int find(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (int slot = slot(text.hashCode()); table[slot] != NONE; slot = next(slot)) {
            if (texts.is(places[table[slot]], utf8)) {
                return table[slot];
            }
        }
        return NONE;
    }

    /** How many numbers a text has. */
    int count(int index) {
        return begins[index + 1] - begins[index];
    }

    /** The number at a place, from 0, of a text. */
    int number(int index, int place) {
        return numbers[begins[index] + place];
    }

    private int slot(int hash) {
        return (hash * 0x9E3779B1) >>> Integer.numberOfLeadingZeros(table.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (table.length - 1);
    }

    /** Collects what an index holds. */
    static final class Builder {
        private final TextPool given = new TextPool();
        private int[] places = new int[64];
        private int[] hashes = new int[64];
        private int[] numbers = new int[64];
        private int size;

        void put(String text, int number) {
            if (size == places.length) {
                places = Arrays.copyOf(places, size * 2);
                hashes = Arrays.copyOf(hashes, size * 2);
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            places[size] = given.add(text);
            hashes[size] = text.hashCode();
            numbers[size++] = number;
        }

        TextIndex build() {
            int[] order = byText();
            TextPool texts = new TextPool();
            int[] kept = new int[size];
            int[] begins = new int[size + 1];
            int[] sorted = new int[size];
            int count = 0;
            for (int i = 0; i < size; i++) {
                int entry = order[i];
                if (i == 0 || !given.same(places[entry], places[order[i - 1]])) {
                    kept[count] = texts.add(given.get(places[entry]));
                    begins[count++] = i;
                }
                sorted[i] = numbers[entry];
            }
            begins[count] = size;
            return new TextIndex(
                    texts.trimmed(),
                    Arrays.copyOf(kept, count),
                    Arrays.copyOf(begins, count + 1),
                    sorted);
        }

        /** Entries, those of one text together, in the order in which they were put. */
        private int[] byText() {
            long[] keys = new long[size];
            for (int i = 0; i < size; i++) {
                keys[i] = ((long) hashes[i] << Integer.SIZE) | i;
            }
            Arrays.sort(keys);
            int[] order = new int[size];
            for (int from = 0; from < size; ) {
                int to = from;
                while (to < size && (int) (keys[to] >> 32) == (int) (keys[from] >> 32)) {
                    order[to] = (int) keys[to];
                    to++;
                }
                apart(order, from, to);
                from = to;
            }
            return order;
        }

        /** Texts that share a hash, which few do, are brought apart. */
        private void apart(int[] order, int from, int to) {
            int first = from;
            while (first < to) {
                int same = first + 1;
                for (int i = first + 1; i < to; i++) {
                    int entry = order[i];
                    if (given.same(places[entry], places[order[first]])) {
                        System.arraycopy(order, same, order, same + 1, i - same);
                        order[same++] = entry;
                    }
                }
                first = same;
            }
        }
    }
}
