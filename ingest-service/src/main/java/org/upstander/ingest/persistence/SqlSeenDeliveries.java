package org.upstander.ingest.persistence;

import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.delivery.DeliveryKey;
import org.upstander.ingest.application.delivery.SeenDeliveries;

@ApplicationScoped
class SqlSeenDeliveries implements SeenDeliveries {

    private final Sql sql;

    SqlSeenDeliveries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public CompletionStage<Boolean> contains(String sourceId, DeliveryKey key) {
        return sql.run(
                        "select 1 from delivery where source_id = $1 and key = $2",
                        Tuple.of(sourceId, key.value()))
                .thenApply(rows -> rows.size() > 0);
    }

    @Override
    public CompletionStage<Void> remember(String sourceId, DeliveryKey key, Instant at) {
        // The source may be gone meanwhile.
        return sql.run(
                        """
                        insert into delivery (source_id, key, at)
                        select id, $2, $3 from source where id = $1
                        on conflict do nothing
                        """,
                        Tuple.of(sourceId, key.value(), Sql.time(at)))
                .thenApply(kept -> null);
    }

    @Override
    public CompletionStage<Void> forget(Instant before) {
        return sql.run("delete from delivery where at < $1", Tuple.of(Sql.time(before)))
                .thenApply(gone -> null);
    }
}
