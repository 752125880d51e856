package org.upstander.scoring.binding;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import org.upstander.scoring.binding.Alias.Kind;

/** Who is called how: the names of a roster in canonical form, see {@link Canonical}. Immutable. */
final class NameTable {
    private static final Kind[] KINDS = Kind.values();
    private static final int KIND_BITS = 4;
    private static final int NO_EXACT = -1;

    private final TextIndex names;

    /** For each alias the person's place in the roster, and in the last bits the kind. */
    private final int[] owners;

    private final int[] exacts;
    private final TextPool spellings;

    private NameTable(TextIndex names, int[] owners, int[] exacts, TextPool spellings) {
        this.names = names;
        this.owners = owners;
        this.exacts = exacts;
        this.spellings = spellings;
    }

    /** How many names there are; they are numbered from 0. */
    int size() {
        return names.size();
    }

    String name(int index) {
        return names.text(index);
    }

    /** Whose name it is, in the order of the roster; empty where it is nobody's. */
    List<Alias> of(String name) {
        int index = names.find(name);
        return index < 0 ? List.of() : new Owners(index);
    }

    /** Whose name it is, in the order of the roster. */
    List<Alias> of(int index) {
        return new Owners(index);
    }

    /** Whether anybody has this name as a kind of which the condition holds. */
    boolean hasKind(int index, Predicate<Kind> condition) {
        for (int i = 0; i < names.count(index); i++) {
            if (condition.test(kind(names.number(index, i)))) {
                return true;
            }
        }
        return false;
    }

    private Kind kind(int alias) {
        return KINDS[owners[alias] & ((1 << KIND_BITS) - 1)];
    }

    /** A name of thousands is not copied for every post that holds it. */
    private final class Owners extends AbstractList<Alias> implements RandomAccess {
        private final int name;

        Owners(int name) {
            this.name = name;
        }

        @Override
        public Alias get(int place) {
            int alias = names.number(name, place);
            return new Alias(
                    owners[alias] >>> KIND_BITS,
                    kind(alias),
                    exacts[alias] == NO_EXACT ? null : spellings.get(exacts[alias]));
        }

        @Override
        public int size() {
            return names.count(name);
        }
    }

    /** Collects the names of one person after the other. */
    static final class Builder {
        private final TextIndex.Builder names = new TextIndex.Builder();
        private final TextPool spellings = new TextPool();
        private int[] owners = new int[64];
        private int[] exacts = new int[64];
        private int size;

        void put(String name, Alias alias) {
            if (size == owners.length) {
                owners = Arrays.copyOf(owners, size * 2);
                exacts = Arrays.copyOf(exacts, size * 2);
            }
            names.put(name, size);
            owners[size] = alias.staff() << KIND_BITS | alias.kind().ordinal();
            exacts[size++] = alias.exact() == null ? NO_EXACT : spellings.add(alias.exact());
        }

        NameTable build() {
            return new NameTable(
                    names.build(),
                    Arrays.copyOf(owners, size),
                    Arrays.copyOf(exacts, size),
                    spellings.trimmed());
        }
    }
}
