package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.AmplificationStore;
import org.upstander.alert.domain.Signal;

@ApplicationScoped
class SqlAmplificationStore implements AmplificationStore {

    // Sorted, so that two instances with the same posts never wait for each other in a circle.
    private static final String INSERT =
            """
            insert into amplification (post_id, author_key, at, received_at)
            select post_id, author_key, at, received_at
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (post_id text, author_key text,
                at timestamptz, received_at timestamptz)
            order by post_id, author_key
            on conflict do nothing
            """;

    private static final String FORGET =
            """
            delete from amplification a
            where received_at < cast(cast(:before as text) as timestamptz)
              and not exists (select from incident_post p where p.post_id = a.post_id)
            """;

    private record Row(String postId, String authorKey, Instant at, Instant receivedAt) {

        static Row of(Signal signal) {
            return new Row(
                    signal.postId(),
                    signal.author().key(signal.source()),
                    signal.at(),
                    signal.receivedAt());
        }
    }

    @Override
    public Uni<Void> add(List<Signal> amplifications) {
        if (amplifications.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Row> rows = amplifications.stream().map(Row::of).toList();
        return Sql.update(INSERT, Map.of("rows", Sql.json(rows))).replaceWithVoid();
    }

    @Override
    public Uni<Integer> forget(Instant before) {
        return Sql.update(FORGET, Map.of("before", before.toString()));
    }
}
