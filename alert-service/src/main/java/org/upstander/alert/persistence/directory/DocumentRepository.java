package org.upstander.alert.persistence.directory;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.upstander.alert.application.directory.DirectoryStore;
import org.upstander.alert.application.directory.Stored;

/**
 * One table of the directory.
 *
 * @param <T> kind of entry
 * @param <R> its row
 */
abstract class DocumentRepository<T, R extends DirectoryRow>
        implements PanacheRepositoryBase<R, String>, DirectoryStore<T> {

    private static final String LOCK =
            "select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)";

    private final Class<T> type;
    private final Supplier<R> newRow;

    DocumentRepository(Class<T> type, Supplier<R> newRow) {
        this.type = type;
        this.newRow = newRow;
    }

    /** Fills the columns that are looked up. */
    abstract void index(R row, T value);

    @Override
    public Uni<Optional<Stored<T>>> find(String id) {
        return findById(id).map(this::read);
    }

    @Override
    public Uni<Optional<Stored<T>>> lock(String id) {
        // A row lock alone would not hold off another who creates the same id.
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOCK, String.class)
                                        .setParameter("name", type.getSimpleName() + "/" + id)
                                        .getSingleResult())
                .chain(() -> findById(id, LockModeType.PESSIMISTIC_WRITE))
                .map(this::read);
    }

    @Override
    public Uni<Void> save(String id, Stored<T> entry) {
        return findById(id)
                .chain(
                        known -> {
                            R row = known == null ? newRow.get() : known;
                            row.id = id;
                            row.document = Documents.write(entry.value());
                            row.updatedAt = entry.updatedAt();
                            index(row, entry.value());
                            return persistAndFlush(row);
                        })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> delete(String id) {
        return deleteById(id).replaceWithVoid();
    }

    @Override
    public Uni<List<Stored<T>>> page(String after, int limit) {
        return find("id > ?1", Sort.by("id"), after)
                .range(0, limit - 1)
                .list()
                .map(rows -> rows.stream().map(this::stored).toList());
    }

    private Optional<Stored<T>> read(R row) {
        return Optional.ofNullable(row).map(this::stored);
    }

    private Stored<T> stored(R row) {
        return new Stored<>(Documents.read(row.document, type), row.updatedAt);
    }
}
