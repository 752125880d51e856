package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/** Who is protected, as the directory has them. Within the caller's transaction. */
public interface ProtectedPeople {

    /**
     * What patterns need of one of them.
     *
     * @param timeZone where they live
     * @param workingHours as they are told, or null
     * @param junior whether the bar is lower for them
     * @param attackThreshold a bar of their own, 0 to 1, or null
     */
    record Profile(
            String staffId,
            ZoneId timeZone,
            String workingHours,
            boolean junior,
            Double attackThreshold) {}

    /** Those of these who are in the directory. */
    Uni<List<Profile>> of(Collection<String> staffIds);
}
