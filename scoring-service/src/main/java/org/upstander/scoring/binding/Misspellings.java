package org.upstander.scoring.binding;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds names that are one letter off: each name and each of its forms with one letter left out is
 * kept as a hash, and so is looked up what stands in the text.
 */
final class Misspellings {
    static final int MIN_LETTERS = 5;

    /** Names of which one letter may be masked. */
    private static final int MIN_MASKED = 4;

    private static final int MAX_LETTERS = 24;
    private static final int PRIME = 0x01000193;

    private final String[] names;
    private final Alias[][] aliases;
    private final int[] hashes;
    private final int[] owners;
    private final HashBits bits;

    Misspellings(Map<String, Alias[]> singleWords) {
        List<String> kept =
                singleWords.keySet().stream()
                        .filter(n -> n.length() >= MIN_MASKED && n.length() <= MAX_LETTERS)
                        .toList();
        names = kept.toArray(String[]::new);
        aliases = new Alias[names.length][];
        long[] pairs = new long[kept.stream().mapToInt(n -> n.length() + 1).sum()];
        bits = new HashBits(pairs.length);
        int at = 0;
        for (int i = 0; i < names.length; i++) {
            aliases[i] = singleWords.get(names[i]);
            char[] chars = names[i].toCharArray();
            for (int hash : forms(chars, 0, chars.length)) {
                pairs[at++] = ((long) hash << 32) | i;
                bits.add(hash);
            }
        }
        Arrays.sort(pairs);
        hashes = new int[pairs.length];
        owners = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            hashes[i] = (int) (pairs[i] >> 32);
            owners[i] = (int) pairs[i];
        }
    }

    /** Whether a word may be a name with one letter off. Cheap, seldom wrongly yes. */
    boolean mayMatch(char[] chars, int from, int to) {
        int n = to - from;
        if (n < MIN_LETTERS || n > MAX_LETTERS || names.length == 0) {
            return false;
        }
        for (int hash : forms(chars, from, to)) {
            if (bits.contains(hash)) {
                return true;
            }
        }
        return false;
    }

    /** Everybody who has a name that is one letter off from the word. */
    List<Alias> find(String word) {
        char[] chars = word.toCharArray();
        if (!mayMatch(chars, 0, chars.length)) {
            return List.of();
        }
        Set<Alias> found = new LinkedHashSet<>();
        for (int hash : forms(chars, 0, chars.length)) {
            for (int owner : owners(hash)) {
                if (names[owner].length() >= MIN_LETTERS && isOneOff(word, names[owner])) {
                    found.addAll(List.of(aliases[owner]));
                }
            }
        }
        return List.copyOf(found);
    }

    /** Everybody who has a name that begins and ends so, with one letter between. */
    List<Alias> masked(String before, String after) {
        char[] chars = (before + after).toCharArray();
        int[] forms = forms(chars, 0, chars.length);
        Set<Alias> found = new LinkedHashSet<>();
        for (int owner : owners(forms[chars.length])) {
            String name = names[owner];
            if (name.length() == chars.length + 1
                    && name.startsWith(before)
                    && name.endsWith(after)) {
                found.addAll(List.of(aliases[owner]));
            }
        }
        return List.copyOf(found);
    }

    /** Names that have a form with this hash. */
    private int[] owners(int hash) {
        int from = Arrays.binarySearch(hashes, hash);
        if (from < 0) {
            return new int[0];
        }
        int to = from;
        while (from > 0 && hashes[from - 1] == hash) {
            from--;
        }
        while (to < hashes.length && hashes[to] == hash) {
            to++;
        }
        return Arrays.copyOfRange(owners, from, to);
    }

    /** One letter changed, left out, put in, or two neighbours swapped. */
    static boolean isOneOff(String a, String b) {
        int n = Math.min(a.length(), b.length());
        int head = 0;
        while (head < n && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < n - head
                && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        int restA = a.length() - head - tail;
        int restB = b.length() - head - tail;
        boolean swapped =
                restA == 2
                        && restB == 2
                        && a.charAt(head) == b.charAt(head + 1)
                        && a.charAt(head + 1) == b.charAt(head);
        return restA <= 1 && restB <= 1 && restA + restB > 0 || swapped;
    }

    /** Hashes of the word and of the word without each of its letters, in linear time. */
    private static int[] forms(char[] chars, int from, int to) {
        int n = to - from;
        int[] forms = new int[n + 1];
        int[] suffix = new int[n + 1];
        int power = 1;
        for (int i = n - 1; i >= 0; i--) {
            suffix[i] = suffix[i + 1] + chars[from + i] * power;
            power *= PRIME;
        }
        int prefix = 0;
        int[] powers = new int[n + 1];
        powers[0] = 1;
        for (int i = 1; i <= n; i++) {
            powers[i] = powers[i - 1] * PRIME;
        }
        for (int i = 0; i < n; i++) {
            forms[i] = prefix * powers[n - 1 - i] + suffix[i + 1];
            prefix = prefix * PRIME + chars[from + i];
        }
        forms[n] = prefix;
        return forms;
    }
}
