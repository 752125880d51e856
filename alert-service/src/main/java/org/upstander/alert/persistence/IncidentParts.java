package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.StoreConflict;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.Grouping;

/** What hangs on incidents: their groups, posts, authors and evidence, a table at a time. */
@ApplicationScoped
class IncidentParts {

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

    private static final String POSTS =
            """
            insert into incident_post (incident_id, post_id)
            select distinct incident_id, post_id
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (incident_id text, post_id text)
            on conflict do nothing
            """;

    private static final String AUTHORS =
            """
            insert into incident_author (incident_id, author_key, source, author_id, handle)
            select distinct on (incident_id, author_key) incident_id, author_key, source, author_id,
                author_handle
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (incident_id text, author_key text,
                source text, author_id text, author_handle text)
            on conflict do nothing
            """;

    private static final String EVIDENCE =
            """
            insert into evidence (assessment_id, incident_id, post_id, revision, source, external_id,
                author_id, author_handle, author_name, thread_id, thread_title, url, posted_at,
                severity, categories, spans, text)
            select assessment_id, incident_id, post_id, revision, source, external_id,
                author_id, author_handle, author_name, thread_id, thread_title, url, posted_at,
                severity, array(select jsonb_array_elements_text(categories)), spans, text
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (assessment_id text,
                incident_id text, post_id text, revision text, source text, external_id text,
                author_id text, author_handle text, author_name text, thread_id text,
                thread_title text, url text, posted_at timestamptz, severity smallint,
                categories jsonb, spans text, text text)
            on conflict do nothing
            """;

    private static final String LINKS =
            """
            update assessment a set incident_id = r.incident_id
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (assessment_id text, incident_id text)
            where a.id = r.assessment_id
            """;

    private record Key(String key, String incidentId, String previous) {}

    private record Evidence(
            String assessmentId,
            String incidentId,
            String postId,
            String revision,
            String source,
            String externalId,
            String authorKey,
            String authorId,
            String authorHandle,
            String authorName,
            String threadId,
            String threadTitle,
            String url,
            Instant postedAt,
            int severity,
            List<String> categories,
            String spans,
            String text) {

        static Evidence of(String incidentId, Assessment attack) {
            Assessment.Post post = attack.post();
            Author author = post.author();
            return new Evidence(
                    attack.id(),
                    incidentId,
                    post.id(),
                    post.revision(),
                    post.source(),
                    post.externalId(),
                    author.key(post.source()),
                    author.id(),
                    author.handle(),
                    author.displayName(),
                    post.threadId(),
                    post.threadTitle(),
                    post.url(),
                    post.postedAt(),
                    attack.severity(),
                    attack.categories(),
                    Sql.json(attack.spans()),
                    post.text());
        }
    }

    Uni<Void> save(List<Grouping.Change> changes) {
        String evidence = Sql.json(evidence(changes));
        return saveKeys(keys(changes))
                .chain(() -> Sql.update(POSTS, Map.of("rows", evidence)))
                .chain(() -> Sql.update(AUTHORS, Map.of("rows", evidence)))
                .chain(() -> Sql.update(EVIDENCE, Map.of("rows", evidence)))
                .chain(() -> Sql.update(LINKS, Map.of("rows", evidence)))
                .replaceWithVoid();
    }

    private static Uni<Void> saveKeys(List<Key> keys) {
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

    private static List<Evidence> evidence(List<Grouping.Change> changes) {
        List<Evidence> rows = new ArrayList<>();
        for (Grouping.Change change : changes) {
            change.attacks()
                    .forEach(attack -> rows.add(Evidence.of(change.incident().id(), attack)));
        }
        return rows;
    }
}
