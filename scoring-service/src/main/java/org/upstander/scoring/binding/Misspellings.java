package org.upstander.scoring.binding;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.upstander.scoring.binding.Alias.Kind;

/**
 * Finds names that are one letter off: each name and each of its forms with one letter left out is
 * kept as a hash, and so is looked up what stands in the text.
 */
final class Misspellings {
    static final int MIN_LETTERS = 5;

    /** Names of which one letter may be masked. */
    private static final int MIN_MASKED = 4;

    private static final int MAX_LETTERS = 24;
    private static final Set<Kind> MISSPELLABLE =
            EnumSet.of(Kind.FIRST, Kind.SURNAME, Kind.DERIVED_SURNAME, Kind.NICKNAME);
    private static final int PRIME = 0x01000193;

    private final NameTable names;
    private final int[] hashes;

    /** For each hash the number of a name. */
    private final int[] owners;

    private final HashBits bits;

    Misspellings(NameTable names) {
        this.names = names;
        int[] kept = IntStream.range(0, names.size()).filter(this::mayBeMisspelt).toArray();
        long[] pairs = new long[IntStream.of(kept).map(i -> names.name(i).length() + 1).sum()];
        bits = new HashBits(pairs.length);
        int at = 0;
        for (int name : kept) {
            char[] chars = names.name(name).toCharArray();
            for (int hash : forms(chars, 0, chars.length)) {
                pairs[at++] = ((long) hash << 32) | name;
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

    private boolean mayBeMisspelt(int name) {
        String word = names.name(name);
        return word.length() >= MIN_MASKED
                && word.length() <= MAX_LETTERS
                && word.indexOf(' ') < 0
                && names.hasKind(name, MISSPELLABLE::contains);
    }

    /** Whether a word may be a name with one letter off. Cheap, seldom wrongly yes. */
    boolean mayMatch(char[] chars, int from, int to) {
        int n = to - from;
        if (n < MIN_LETTERS || n > MAX_LETTERS || hashes.length == 0) {
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
                String name = names.name(owner);
                if (name.length() >= MIN_LETTERS && isOneOff(word, name)) {
                    addOwners(owner, found);
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
            String name = names.name(owner);
            if (name.length() == chars.length + 1
                    && name.startsWith(before)
                    && name.endsWith(after)) {
                addOwners(owner, found);
            }
        }
        return List.copyOf(found);
    }

    private void addOwners(int name, Set<Alias> found) {
        names.of(name).stream().filter(a -> MISSPELLABLE.contains(a.kind())).forEach(found::add);
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
