package org.upstander.alert.application.source;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.upstander.alert.domain.StaffMember;

/** Whom a source covers. */
@FunctionalInterface
public interface CoveredStaff {

    /**
     * Members of staff with a handle on a platform, upper and lower case alike. Within the caller's
     * transaction.
     */
    Uni<List<StaffMember>> on(String platform);
}
