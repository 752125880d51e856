package org.upstander.scoring.binding;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.upstander.scoring.application.Binder;
import org.upstander.scoring.application.BinderCompiler;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.text.Lexicon;

/** Compiles a roster into the automaton, gates and look-ups that bind posts to its people. */
public final class RosterCompiler implements BinderCompiler {
    private final Lexicon lexicon;
    private final IdentifierHash hash;

    /**
     * @param hash keyed as the roster's protected identifiers are
     */
    public RosterCompiler(Lexicon lexicon, IdentifierHash hash) {
        this.lexicon = lexicon;
        this.hash = hash;
    }

    @Override
    public Binder compile(Collection<StaffMember> staff) {
        List<StaffMember> members = List.copyOf(staff);
        NameTable.Builder names = new NameTable.Builder();
        OwnWords ownWords = new OwnWords(members.size());
        for (int i = 0; i < members.size(); i++) {
            add(members.get(i), i, names, ownWords);
        }
        return new RosterBinder(
                members,
                ownWords,
                new NameFinder(names.build(), lexicon),
                new ProtectedIndex(members, hash, lexicon),
                lexicon);
    }

    private static void add(
            StaffMember member, int index, NameTable.Builder names, OwnWords ownWords) {
        Set<String> words = new LinkedHashSet<>();
        Set<Known> known = new HashSet<>();
        Aliases.of(
                member,
                index,
                (name, alias) -> {
                    if (name.isEmpty()) {
                        return;
                    }
                    if (alias.kind() != Alias.Kind.ROLE) {
                        words.addAll(List.of(name.split(" ")));
                    }
                    if (known.add(new Known(name, alias.kind()))
                            || alias.kind() == Alias.Kind.HANDLE) {
                        names.put(name, alias);
                    }
                });
        ownWords.add(words);
    }

    /** Handles of one name may differ in how they are written, other names count once. */
    private record Known(String name, Alias.Kind kind) {}
}
