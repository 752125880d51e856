package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstander.alert.application.directory.FeedStore;

@ApplicationScoped
class SqlFeedStore implements FeedStore {

    private static final String SAVE =
            """
            insert into calendar_feed (secret_hash, %1$s, created_at)
            values (cast(:hash as text), cast(:id as text), cast(cast(:now as text) as timestamptz))
            on conflict (%1$s) do update set secret_hash = excluded.secret_hash, created_at = excluded.created_at
            """;

    private static final String DELETE = "delete from calendar_feed where %s = cast(:id as text)";

    private static final String FIND =
            "select schedule_id, contact_id from calendar_feed where secret_hash = cast(:hash as text)";

    @Override
    public Uni<Void> save(Owner owner, String hash, Instant now) {
        return Sql.update(
                        SAVE.formatted(column(owner)),
                        Map.of("hash", hash, "id", owner.id(), "now", now.toString()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> delete(Owner owner) {
        return Sql.update(DELETE.formatted(column(owner)), Map.of("id", owner.id()))
                .map(gone -> gone > 0);
    }

    @Override
    public Uni<Optional<Owner>> find(String hash) {
        return Sql.rows(FIND, Map.of("hash", hash)).map(SqlFeedStore::owner);
    }

    private static Optional<Owner> owner(List<Object[]> rows) {
        return rows.stream()
                .findFirst()
                .map(
                        row ->
                                row[0] != null
                                        ? new Owner(Kind.SCHEDULE, (String) row[0])
                                        : new Owner(Kind.CONTACT, (String) row[1]));
    }

    private static String column(Owner owner) {
        return owner.kind() == Kind.SCHEDULE ? "schedule_id" : "contact_id";
    }
}
