package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Runs work on the database as one transaction. */
public interface Transactions {

    /**
     * Runs the work in a transaction: the caller's, where there is one on this context. Committed
     * when the Uni ends with an item, rolled back when it fails. Callable from any thread.
     *
     * @param work called once per subscription; its parts must follow one another, never run in
     *     parallel
     */
    <T> Uni<T> run(Supplier<Uni<T>> work);
}
