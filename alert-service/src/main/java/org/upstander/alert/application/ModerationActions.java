package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.upstander.alert.domain.StaffMember;

/** Who moderated accounts. Within the caller's transaction. */
public interface ModerationActions {

    /** Ids of the staff who acted against one of these accounts since then. */
    Uni<Set<String>> against(List<StaffMember.Handle> accounts, Instant since);
}
