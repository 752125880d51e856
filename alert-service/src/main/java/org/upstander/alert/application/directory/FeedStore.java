package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Whose calendar is read by which secret. In the caller's transaction. */
public interface FeedStore {

    /**
     * Whose shifts a calendar shows.
     *
     * @param kind of its owner
     * @param id of its owner
     */
    record Owner(Kind kind, String id) {}

    /** What has a calendar. */
    enum Kind {
        SCHEDULE,
        CONTACT
    }

    /** The only secret of this owner from now on; the owner is locked. */
    Uni<Void> save(Owner owner, String hash, Instant now);

    /**
     * @return whether there was one
     */
    Uni<Boolean> delete(Owner owner);

    Uni<Optional<Owner>> find(String hash);
}
