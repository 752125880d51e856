package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.upstander.alert.application.Transactions;

/** Reads the entries of a store in the order of their ids, some at a time. */
final class EntryWalk<T> {

    private static final int SOME = 200;

    private final Transactions transactions;
    private final DirectoryStore<T> store;
    private final Function<T, String> idOf;

    EntryWalk(Transactions transactions, DirectoryStore<T> store, Function<T, String> idOf) {
        this.transactions = transactions;
        this.store = store;
        this.idOf = idOf;
    }

    Uni<EntryPage<T>> page(String after, int limit) {
        return transactions
                .run(() -> store.page(after, limit + 1))
                .map(
                        found ->
                                found.size() > limit
                                        ? new EntryPage<>(
                                                List.copyOf(found.subList(0, limit)),
                                                Optional.of(idAt(found, limit - 1)))
                                        : new EntryPage<>(List.copyOf(found), Optional.empty()));
    }

    /** Does something with every entry; some at a time share a transaction. Counts them. */
    Uni<Integer> forEach(Function<Stored<T>, Uni<Void>> action) {
        return forEach("", 0, action);
    }

    private Uni<Integer> forEach(String after, int done, Function<Stored<T>, Uni<Void>> action) {
        return transactions
                .run(() -> store.page(after, SOME).call(found -> Sequence.of(found, action)))
                .chain(
                        found ->
                                found.size() < SOME
                                        ? Uni.createFrom().item(done + found.size())
                                        : forEach(idAt(found, SOME - 1), done + SOME, action));
    }

    private String idAt(List<Stored<T>> found, int index) {
        return idOf.apply(found.get(index).value());
    }
}
