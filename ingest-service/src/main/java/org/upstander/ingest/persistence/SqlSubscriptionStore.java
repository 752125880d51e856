package org.upstander.ingest.persistence;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.hub.Subscription;
import org.upstander.ingest.application.hub.SubscriptionStore;

@ApplicationScoped
class SqlSubscriptionStore implements SubscriptionStore {

    /** A hub that does not take it stops when the lease ends. */
    private static final int MOST_TRIES = 3;

    /** By then every hub has asked whether we meant it. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String COLUMNS =
            """
            source_id, topic, hub, callback, mark, asked_at, renew_at, until, denied_at, leaving
            """;

    private static final String ASKING =
            """
            insert into hub_subscription as known
                (source_id, topic, hub, callback, mark, asked_at, renew_at, superseded, leaving, tries)
            values ($1, $2, $3, $4, $5, $6, $6, false, false, 0)
            on conflict (source_id, topic) do update set
                hub = excluded.hub, callback = excluded.callback, mark = excluded.mark,
                asked_at = excluded.asked_at, renew_at = excluded.renew_at,
                until = case when known.leaving then null else known.until end,
                superseded = false, leaving = false, tries = 0, next_try_at = null
            """;

    private static final String SUPERSEDE =
            "update hub_subscription set superseded = true where source_id = $1 and topic <> $2";

    private static final String AGREED =
            """
            update hub_subscription set renew_at = $3, until = $4, denied_at = null
            where source_id = $1 and topic = $2 and not leaving
            """;

    private static final String DENIED =
            "update hub_subscription set denied_at = $3 where source_id = $1 and topic = $2";

    /** Unless somebody asks just now, who looks at what the hub said afterwards. */
    private static final String DUE =
            """
            update poll set next_at = least(next_at, $2)
            where source_id = $1 and (leased_until is null or leased_until < $3)
            """;

    private static final String FORGET_OLD =
            "delete from hub_subscription where leaving and next_try_at < $1";

    private static final String CLAIM_UNWANTED =
            """
            update hub_subscription set leaving = true, tries = tries + 1, next_try_at = $2
            where (source_id, topic) = (
                select source_id, topic from hub_subscription one
                where (superseded or not exists (
                          select 1 from source where id = one.source_id and type = $3 and not paused))
                  and tries < $4 and (next_try_at is null or next_try_at < $1)
                order by asked_at
                limit 1
                for update skip locked)
            returning
            """
                    + COLUMNS;

    private final Sql sql;

    SqlSubscriptionStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public CompletionStage<Optional<Subscription>> find(String sourceId, String topic) {
        return sql.run(
                        "select "
                                + COLUMNS
                                + "from hub_subscription where source_id = $1 and topic = $2",
                        Tuple.of(sourceId, topic))
                .thenApply(SqlSubscriptionStore::first);
    }

    @Override
    public CompletionStage<Void> asking(Subscription wanted) {
        Tuple values =
                Tuple.of(
                        wanted.sourceId(),
                        wanted.topic(),
                        wanted.hub(),
                        wanted.callback(),
                        wanted.mark(),
                        Sql.time(wanted.askedAt()));
        return sql.together(
                connection ->
                        connection
                                .preparedQuery(ASKING)
                                .execute(values)
                                .compose(
                                        noted ->
                                                connection
                                                        .preparedQuery(SUPERSEDE)
                                                        .execute(key(wanted)))
                                .mapEmpty());
    }

    @Override
    public CompletionStage<Void> agreed(
            Subscription subscription, Instant now, Instant renewAt, Instant until) {
        Tuple values =
                key(subscription)
                        .addOffsetDateTime(Sql.time(renewAt))
                        .addOffsetDateTime(Sql.time(until));
        return changed(AGREED, values, subscription, now, now);
    }

    @Override
    public CompletionStage<Void> denied(Subscription subscription, Instant now, Instant again) {
        Tuple values = key(subscription).addOffsetDateTime(Sql.time(now));
        return changed(DENIED, values, subscription, now, again);
    }

    /**
     * @param due when its source is looked at, at the latest
     */
    private CompletionStage<Void> changed(
            String change, Tuple values, Subscription subscription, Instant now, Instant due) {
        Tuple poll = Tuple.of(subscription.sourceId(), Sql.time(due), Sql.time(now));
        return sql.together(
                connection ->
                        connection
                                .preparedQuery(change)
                                .execute(values)
                                .compose(done -> connection.preparedQuery(DUE).execute(poll))
                                .mapEmpty());
    }

    @Override
    public CompletionStage<Void> forget(Subscription subscription) {
        return sql.run(
                        """
                        delete from hub_subscription
                        where source_id = $1 and topic = $2 and leaving
                        """,
                        key(subscription))
                .thenAccept(done -> {});
    }

    @Override
    public CompletionStage<Optional<Subscription>> claimUnwanted(Instant now, Instant until) {
        Tuple values = Tuple.of(Sql.time(now), Sql.time(until), Subscription.TYPE, MOST_TRIES);
        return sql.run(FORGET_OLD, Tuple.of(Sql.time(now.minus(KEPT))))
                .thenCompose(forgotten -> sql.run(CLAIM_UNWANTED, values))
                .thenApply(SqlSubscriptionStore::first);
    }

    @Override
    public CompletionStage<Void> told(Subscription unwanted) {
        return sql.run(
                        """
                        update hub_subscription set tries = $3
                        where source_id = $1 and topic = $2 and leaving
                        """,
                        key(unwanted).addInteger(MOST_TRIES))
                .thenAccept(done -> {});
    }

    private static Tuple key(Subscription one) {
        return Tuple.tuple().addString(one.sourceId()).addString(one.topic());
    }

    private static Optional<Subscription> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(
                    new Subscription(
                            row.getString("source_id"),
                            row.getString("topic"),
                            row.getString("hub"),
                            row.getString("callback"),
                            row.getString("mark"),
                            Sql.instant(row, "asked_at"),
                            Sql.instant(row, "renew_at"),
                            Sql.instant(row, "until"),
                            Sql.instant(row, "denied_at"),
                            row.getBoolean("leaving")));
        }
        return Optional.empty();
    }
}
