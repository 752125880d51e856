package org.upstander.alert.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.Outbox;
import org.upstander.alert.application.OutboxQueue;
import org.upstander.alert.application.OutgoingEvent;
import org.upstander.alert.application.Wakeups;

@ApplicationScoped
class OutboxRepository implements PanacheRepository<OutboxRow>, Outbox, OutboxQueue {

    // Any number that nothing else in this database locks.
    private static final long RELAY_LOCK = 0x7570_7374_616e_6465L;

    private static final String INSERT =
            """
            insert into outbox (topic, key, type, value, created_at)
            select topic, key, type, decode(value, 'base64'), cast(cast(:at as text) as timestamptz)
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (topic text, key text, type text, value text)
            """;

    private final Clock clock;
    private final Runnable wakeRelay;

    OutboxRepository(Clock clock, Wakeups wakeups) {
        this.clock = clock;
        this.wakeRelay = () -> wakeups.wake(Wakeups.Work.OUTBOX);
    }

    private record Row(String topic, String key, String type, String value) {

        static Row of(OutgoingEvent event) {
            return new Row(
                    event.topic(),
                    event.key(),
                    event.type(),
                    event.value() == null
                            ? null
                            : Base64.getEncoder().encodeToString(event.value()));
        }
    }

    @Override
    public Uni<Void> add(List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        AfterCommit.add(wakeRelay);
        return Sql.update(
                        INSERT,
                        Map.of(
                                "at",
                                now.toString(),
                                "rows",
                                Sql.json(events.stream().map(Row::of).toList())))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Waiting>> lockOldest(int limit) {
        return Sql.column(
                        "select pg_try_advisory_xact_lock(:lock)",
                        Boolean.class,
                        Map.of("lock", RELAY_LOCK))
                .chain(locked -> oldest(Boolean.TRUE.equals(locked.get(0)) ? limit : 0))
                .map(rows -> rows.stream().map(OutboxRepository::waiting).toList());
    }

    private Uni<List<OutboxRow>> oldest(int limit) {
        return limit == 0
                ? Uni.createFrom().item(List.of())
                : findAll(Sort.by("id")).page(0, limit).list();
    }

    private static Waiting waiting(OutboxRow row) {
        return new Waiting(
                row.id, row.createdAt, new OutgoingEvent(row.topic, row.key, row.type, row.value));
    }

    @Override
    public Uni<Void> remove(List<Waiting> sent) {
        return delete("id in ?1", sent.stream().map(Waiting::id).toList()).replaceWithVoid();
    }
}
