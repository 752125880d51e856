package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.StoreConflict;
import org.upstander.alert.domain.Grouping;

/** Which incident owns which group. */
final class IncidentKeys {

    // Two instances that open an incident for one group meet here: the second waits, then fails
    // and does its work again on what the first left.
    private static final String NEW_KEYS =
            """
            insert into incident_key (key, incident_id)
            select key, incident_id
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (key text, incident_id text, previous text)
            where previous is null
            order by key
            """;

    private static final String MOVED_KEYS =
            """
            update incident_key k set incident_id = r.incident_id
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (key text, incident_id text, previous text)
            where k.key = r.key and k.incident_id = r.previous
            """;

    private record Key(String key, String incidentId, String previous) {}

    private IncidentKeys() {}

    /** Fails with {@link StoreConflict} where another transaction took one of the groups. */
    static Uni<Void> save(List<Grouping.Change> changes) {
        List<Key> keys = keys(changes);
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        long moves = keys.stream().filter(key -> key.previous() != null).count();
        Map<String, Object> rows = Map.of("rows", Sql.json(keys));
        return Sql.update(NEW_KEYS, rows)
                .chain(() -> moves == 0 ? Uni.createFrom().item(0) : Sql.update(MOVED_KEYS, rows))
                .invoke(
                        moved -> {
                            if (moved != moves) {
                                throw new StoreConflict(null);
                            }
                        })
                .replaceWithVoid();
    }

    private static List<Key> keys(List<Grouping.Change> changes) {
        List<Key> keys = new ArrayList<>();
        for (Grouping.Change change : changes) {
            change.groups()
                    .forEach(
                            (group, previous) ->
                                    keys.add(
                                            new Key(
                                                    group.value(),
                                                    change.incident().id(),
                                                    previous.orElse(null))));
        }
        return keys;
    }
}
