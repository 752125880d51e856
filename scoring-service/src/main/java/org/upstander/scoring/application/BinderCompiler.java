package org.upstander.scoring.application;

import java.util.Collection;
import org.upstander.scoring.domain.StaffMember;

/** Compiles a whole roster. Takes seconds for 100,000 people: never on an event loop. */
public interface BinderCompiler {
    Binder compile(Collection<StaffMember> staff);
}
