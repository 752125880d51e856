package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.upstander.alert.domain.StaffProfile;

/** Tells the other services who is protected, within the transaction that changed it. */
public interface RosterEvents {

    Uni<Void> changed(StaffProfile staff, Instant at);

    Uni<Void> removed(String staffId);
}
