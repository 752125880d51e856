package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Where entries of one kind are kept. Everything happens within the caller's transaction.
 *
 * @param <T> kind of entry
 */
public interface DirectoryStore<T> {

    Uni<Optional<Stored<T>>> find(String id);

    /** As {@link #find}; nobody else locks this id, even where it is new, until the end. */
    Uni<Optional<Stored<T>>> lock(String id);

    /** Creates or replaces; the id is locked. */
    Uni<Void> save(String id, Stored<T> entry);

    /** Removes; the id is locked. */
    Uni<Void> delete(String id);

    /**
     * Entries in the order of their ids.
     *
     * @param after id before the first, or the empty text to begin
     * @param limit at most so many
     */
    Uni<List<Stored<T>>> page(String after, int limit);
}
