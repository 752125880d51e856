package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.SignalStore;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.Signal;

@ApplicationScoped
class SqlSignalStore implements SignalStore {

    private static final String INSERT =
            """
            insert into signal (id, type, action, kind, account, author_key, author_id, author_handle,
                by_staff, staff_id, source, at, received_at, note, invite)
            select id, type, action, kind, account, author_key, author_id, author_handle,
                by_staff, staff_id, source, at, received_at, note, invite
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id text, type text, action text,
                kind text, account text, author_key text, author_id text, author_handle text,
                by_staff text, staff_id text, source text, at timestamptz, received_at timestamptz,
                note text, invite text)
            order by id
            on conflict (id) do nothing
            """;

    private static final String FORGET_JOINS =
            """
            delete from signal where type = 'member-joined' and at < cast(cast(:before as text) as timestamptz)
            """;

    private record Row(
            String id,
            String type,
            String action,
            String kind,
            String account,
            String authorKey,
            String authorId,
            String authorHandle,
            String byStaff,
            String staffId,
            String source,
            Instant at,
            Instant receivedAt,
            String note,
            String invite) {

        static Row of(Signal signal) {
            Author author = signal.author();
            return new Row(
                    signal.id(),
                    signal.type(),
                    signal.action(),
                    signal.kind(),
                    signal.account(),
                    // Without a source nothing says whose account it is.
                    signal.source() == null ? null : author.key(signal.source()),
                    author.id(),
                    author.handle(),
                    signal.byStaffId(),
                    signal.staffId(),
                    signal.source(),
                    signal.at(),
                    signal.receivedAt(),
                    signal.note(),
                    signal.invite());
        }
    }

    @Override
    public Uni<Void> add(List<Signal> signals) {
        if (signals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sql.update(INSERT, Map.of("rows", Sql.json(signals.stream().map(Row::of).toList())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> forgetJoins(Instant before) {
        return Sql.update(FORGET_JOINS, Map.of("before", before.toString()));
    }
}
