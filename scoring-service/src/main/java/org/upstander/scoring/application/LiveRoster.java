package org.upstander.scoring.application;

import java.util.Collection;
import org.upstander.scoring.domain.StaffMember;

/**
 * A roster that is compiled anew and swapped as a whole. Readers never wait, and see either the old
 * or the new people.
 */
public final class LiveRoster implements Roster {
    private final BinderCompiler compiler;
    private volatile RosterSnapshot current = RosterSnapshot.EMPTY;

    public LiveRoster(BinderCompiler compiler) {
        this.compiler = compiler;
    }

    @Override
    public RosterSnapshot current() {
        return current;
    }

    /** Compiles and swaps. Call from one background thread at a time; takes seconds at 100,000. */
    public synchronized RosterSnapshot replace(Collection<StaffMember> staff) {
        RosterSnapshot next =
                new RosterSnapshot(compiler.compile(staff), staff.size(), current.version() + 1);
        current = next;
        return next;
    }
}
