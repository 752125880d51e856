package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.application.Inbox;

@ApplicationScoped
class SqlInbox implements Inbox {

    // Sorted, so that two instances with the same events never wait for each other in a circle.
    private static final String INSERT =
            """
            insert into inbox (consumer, event_id, at)
            select :consumer, id, cast(cast(:at as text) as timestamptz)
            from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) as id
            order by id
            on conflict do nothing
            returning event_id
            """;

    @Override
    public Uni<Set<String>> firstSeen(Stream stream, Collection<String> ids, Instant at) {
        return Sql.column(
                        INSERT,
                        String.class,
                        Map.of(
                                "consumer",
                                stream.name().toLowerCase(Locale.ROOT),
                                "at",
                                at.toString(),
                                "ids",
                                Sql.json(ids)))
                .map(HashSet::new);
    }

    @Override
    public Uni<Integer> forget(Instant before) {
        return Sql.update(
                "delete from inbox where at < cast(cast(:before as text) as timestamptz)",
                Map.of("before", before.toString()));
    }
}
