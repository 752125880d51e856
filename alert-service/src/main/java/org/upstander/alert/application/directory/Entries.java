package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.directory.PutResult.Kept;
import org.upstander.alert.application.directory.PutResult.Outdated;
import org.upstander.alert.application.directory.PutResult.Refused;

/**
 * What all kinds of directory entries have in common: a PUT is idempotent, happens at once with
 * what it causes, and says everything that is wrong.
 *
 * @param <D> an entry as handed in
 * @param <T> an entry as kept
 */
public abstract class Entries<D, T> {

    private final Transactions transactions;
    private final DirectoryStore<T> store;
    private final EntryWalk<T> walk;
    private final Clock clock;

    Entries(Transactions transactions, DirectoryStore<T> store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.walk = new EntryWalk<>(transactions, store, this::idOf);
        this.clock = clock;
    }

    /**
     * Keeps an entry.
     *
     * @param id which one
     * @param draft as handed in
     * @param expected version that the caller knows, if the entry may only be replaced at that one
     */
    public Uni<PutResult<T>> put(String id, D draft, Optional<Instant> expected) {
        return transactions.run(
                () ->
                        store.lock(id)
                                .chain(
                                        known ->
                                                isCurrent(known, expected)
                                                        ? keep(id, draft, known)
                                                        : outdated()));
    }

    public Uni<Optional<Stored<T>>> find(String id) {
        return transactions.run(() -> store.find(id));
    }

    /**
     * @param after id before the first, or the empty text to begin
     * @param limit at most so many
     */
    public Uni<EntryPage<T>> page(String after, int limit) {
        return walk.page(after, limit);
    }

    public Uni<DeleteResult> delete(String id) {
        return transactions.run(
                () ->
                        store.lock(id)
                                .chain(
                                        known ->
                                                known.isPresent()
                                                        ? usersOf(id).chain(by -> remove(id, by))
                                                        : Uni.createFrom()
                                                                .item(new DeleteResult.Unknown())));
    }

    /** Tells the other services of every entry again. */
    Uni<Integer> announceAll() {
        return walk.forEach(this::changed);
    }

    abstract Optional<T> check(D draft, Optional<T> known, Checks checks);

    abstract String idOf(T value);

    abstract Uni<Void> changed(Stored<T> entry);

    abstract Uni<Void> removed(String id);

    abstract Uni<List<Violation>> warnings(T value);

    abstract Uni<List<String>> usersOf(String id);

    private Uni<PutResult<T>> keep(String id, D draft, Optional<Stored<T>> known) {
        Checks checks = new Checks();
        Optional<T> checked = check(draft, known.map(Stored::value), checks);
        if (checked.isEmpty() || !checks.fine()) {
            return Uni.createFrom().item(new Refused<>(checks.violations()));
        }
        T value = checked.get();
        boolean same = known.isPresent() && known.get().value().equals(value);
        Stored<T> entry = same ? known.get() : new Stored<>(value, now());
        Uni<Void> write =
                same
                        ? Uni.createFrom().voidItem()
                        : store.save(id, entry).chain(() -> changed(entry));
        return write.chain(() -> warnings(value))
                .map(warnings -> new Kept<>(entry, known.isEmpty(), warnings));
    }

    private Uni<DeleteResult> remove(String id, List<String> by) {
        return by.isEmpty()
                ? store.delete(id).chain(() -> removed(id)).map(gone -> new DeleteResult.Deleted())
                : Uni.createFrom().item(new DeleteResult.InUse(by));
    }

    private Uni<PutResult<T>> outdated() {
        return Uni.createFrom().item(new Outdated<>());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean isCurrent(
            Optional<? extends Stored<?>> known, Optional<Instant> expected) {
        return expected.isEmpty() || known.map(Stored::updatedAt).equals(expected);
    }
}
