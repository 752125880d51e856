package org.upstander.scoring.binding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        Map<String, List<Alias>> aliases = new HashMap<>();
        String[][] ownWords = new String[members.size()][];
        for (int i = 0; i < members.size(); i++) {
            Set<String> words = new LinkedHashSet<>();
            Aliases.of(
                    members.get(i),
                    i,
                    (name, alias) -> {
                        add(aliases, name, alias);
                        if (alias.kind() != Alias.Kind.ROLE) {
                            words.addAll(List.of(name.split(" ")));
                        }
                    });
            ownWords[i] = words.toArray(String[]::new);
        }
        return new RosterBinder(
                members,
                ownWords,
                new NameFinder(aliases, lexicon),
                new ProtectedIndex(members, hash, lexicon),
                lexicon);
    }

    private static void add(Map<String, List<Alias>> aliases, String name, Alias alias) {
        if (name.isEmpty()) {
            return;
        }
        List<Alias> owners = aliases.get(name);
        if (owners == null) {
            // Most names have one owner, and an immutable list of one is half as large.
            aliases.put(name, List.of(alias));
            return;
        }
        boolean known = false;
        // One person's aliases come one after the other: looking back to the last person is enough.
        for (int i = owners.size() - 1; i >= 0 && owners.get(i).staff() == alias.staff(); i--) {
            known |= owners.get(i).kind() == alias.kind();
        }
        if (known && alias.kind() != Alias.Kind.HANDLE) {
            return;
        }
        if (owners.size() == 1) {
            owners = new ArrayList<>(owners);
            aliases.put(name, owners);
        }
        owners.add(alias);
    }
}
