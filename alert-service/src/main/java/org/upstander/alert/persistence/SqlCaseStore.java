package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.upstander.alert.application.CaseStore;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Incident;

@ApplicationScoped
class SqlCaseStore implements CaseStore {

    private static final String POSTS =
            """
            select distinct post_id from evidence
            where incident_id = :incident
              and (post_id = any (array(select jsonb_array_elements_text(cast(cast(:posts as text) as jsonb))))
                or author_id = any (array(select jsonb_array_elements_text(cast(cast(:authors as text) as jsonb))))
                or author_handle = any (array(select jsonb_array_elements_text(cast(cast(:authors as text) as jsonb)))))
            """;

    private static final String TAKEN =
            """
             incident_id = :from
              and post_id = any (array(select jsonb_array_elements_text(cast(cast(:posts as text) as jsonb))))
            """;

    // An author is known by id, or by handle where there is none, or by neither.
    private static final String WROTE =
            """
             exists (select 1 from evidence e where e.incident_id = %s and e.source = a.source
                and (e.author_id = a.author_id
                    or a.author_id is null and lower(e.author_handle) = lower(a.handle)
                    or a.author_id is null and a.handle is null and e.author_id is null and e.author_handle is null))
            """;

    private static final String COPY_AUTHORS =
            """
            insert into incident_author (incident_id, author_key, source, author_id, handle)
            select :to, author_key, source, author_id, handle from incident_author a
            where incident_id = :from
            """;

    private static final String CONTENT =
            """
            select max(severity), count(distinct post_id),
                (select count(*) from incident_author where incident_id = :incident),
                (select string_agg(distinct category, ' ') from evidence x
                    cross join unnest(x.categories) as category where x.incident_id = :incident),
                (select coalesce(json_agg(distinct source), '[]')::text from evidence x where x.incident_id = :incident)
            from evidence where incident_id = :incident
            """;

    private final IncidentRepository incidents;

    SqlCaseStore(IncidentRepository incidents) {
        this.incidents = incidents;
    }

    @Override
    public Uni<Void> assign(String incidentId, String to) {
        return incidents
                .findById(incidentId)
                .invoke(row -> row.assignedTo = to)
                .call(incidents::flush)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> comment(String incidentId, Instant at, String by, String text) {
        return Sql.update(
                        """
                        insert into incident_comment (incident_id, at, who, text)
                        values (:incident, cast(cast(:at as text) as timestamptz), :who, :text)
                        """,
                        Map.of(
                                "incident",
                                incidentId,
                                "at",
                                at.toString(),
                                "who",
                                by,
                                "text",
                                text))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> link(String one, String other) {
        return Sql.update(
                        """
                        insert into incident_link (incident_id, related)
                        values (:one, :other), (:other, :one) on conflict do nothing
                        """,
                        Map.of("one", one, "other", other))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> mergeInto(String from, String to) {
        Map<String, Object> both = Map.of("from", from, "to", to);
        return incidents
                .findById(from)
                .invoke(row -> row.mergedInto = to)
                .call(incidents::flush)
                .chain(
                        () ->
                                Sql.update(
                                        """
                                        insert into incident_post (incident_id, post_id)
                                        select :to, post_id from incident_post where incident_id = :from
                                        on conflict do nothing
                                        """,
                                        both))
                .chain(() -> Sql.update(COPY_AUTHORS + " on conflict do nothing", both))
                .chain(() -> reassign("evidence", both))
                .chain(() -> reassign("assessment", both))
                .chain(() -> reassign("incident_key", both));
    }

    private static Uni<Void> reassign(String table, Map<String, Object> both) {
        return Sql.update(
                        "update " + table + " set incident_id = :to where incident_id = :from",
                        both)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> create(Incident incident) {
        return incidents.persist(IncidentRow.of(incident)).call(incidents::flush).replaceWithVoid();
    }

    @Override
    public Uni<List<String>> posts(
            String incidentId, Collection<String> posts, Collection<String> authors) {
        return Sql.column(
                POSTS,
                String.class,
                Map.of(
                        "incident", incidentId,
                        "posts", Sql.json(posts),
                        "authors", Sql.json(authors)));
    }

    @Override
    public Uni<Void> move(String from, String to, Collection<String> posts) {
        Map<String, Object> all = Map.of("from", from, "to", to, "posts", Sql.json(posts));
        Map<String, Object> both = Map.of("from", from, "to", to);
        return Sql.update("update evidence set incident_id = :to where" + TAKEN, all)
                .chain(
                        () ->
                                Sql.update(
                                        "update assessment set incident_id = :to where" + TAKEN,
                                        all))
                .chain(
                        () ->
                                Sql.update(
                                        "update incident_post set incident_id = :to where" + TAKEN,
                                        all))
                .chain(() -> Sql.update(COPY_AUTHORS + " and" + WROTE.formatted(":to"), both))
                .chain(
                        () ->
                                Sql.update(
                                        "delete from incident_author a where incident_id = :from"
                                                + " and not"
                                                + WROTE.formatted(":from"),
                                        Map.of("from", from)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Writer>> writersOnlyIn(String incidentId, String other) {
        return Sql.rows(
                        """
                        select source, author_id, handle from incident_author a
                        where incident_id = :incident and not exists (select 1 from incident_author o
                            where o.incident_id = :other and o.author_key = a.author_key)
                        """,
                        Map.of("incident", incidentId, "other", other))
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new Writer(
                                                                (String) row[0],
                                                                (String) row[1],
                                                                (String) row[2]))
                                        .toList());
    }

    @Override
    public Uni<Void> moveGroups(String from, String to, Collection<GroupKey> groups) {
        return Sql.update(
                        """
                        update incident_key set incident_id = :to
                        where incident_id = :from
                          and key = any (array(select jsonb_array_elements_text(cast(cast(:keys as text) as jsonb))))
                        """,
                        Map.of(
                                "from", from,
                                "to", to,
                                "keys", Sql.json(groups.stream().map(GroupKey::value).toList())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Incident.Content> content(String incidentId) {
        return Sql.rows(CONTENT, Map.of("incident", incidentId))
                .map(
                        rows -> {
                            Object[] row = rows.get(0);
                            return new Incident.Content(
                                    ((Number) row[0]).intValue(),
                                    new TreeSet<>(
                                            row[3] == null
                                                    ? List.of()
                                                    : Arrays.asList(((String) row[3]).split(" "))),
                                    new TreeSet<>(
                                            Arrays.asList(
                                                    Sql.fromJson((String) row[4], String[].class))),
                                    ((Number) row[1]).intValue(),
                                    ((Number) row[2]).intValue());
                        });
    }

    @Override
    public Uni<Void> saveContent(Incident incident) {
        return incidents
                .findById(incident.id())
                .invoke(row -> row.take(incident))
                .call(incidents::flush)
                .replaceWithVoid();
    }
}
