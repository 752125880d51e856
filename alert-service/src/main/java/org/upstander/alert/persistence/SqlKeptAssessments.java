package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.application.KeptAssessments;
import org.upstander.alert.application.original.OriginalSettings;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.Verdict;

@ApplicationScoped
class SqlKeptAssessments implements KeptAssessments {

    private static final String FIND =
            """
            select id, staff_id, post_id, revision, source, external_id, author_id, author_handle,
                thread_id, url, least(posted_at, recorded_at), verdict, severity, score,
                array_to_string(categories, ','), binding, spam, language, model, assessed_at
            from assessment
            where id = any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
            """;

    private static final String BY_TIME = " order by posted_at, id";

    // As a new one joins an incident (SqlAssessmentStore), from what was kept of it.
    private static final String JOIN =
            """
            with given as materialized (
                select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id text,
                    incident_id text, counted smallint)
            ), joined as (
                update assessment a set incident_id = g.incident_id
                from given g
                where a.id = g.id and a.id = any (array(select id from given)) and a.incident_id is null
                returning a.*, g.counted
            ), posts as (
                insert into incident_post (incident_id, post_id)
                select distinct incident_id, post_id from joined
                on conflict do nothing
            ), authors as (
                insert into incident_author (incident_id, author_key, source, author_id, handle)
                select distinct on (incident_id, author_key) incident_id, author_key, source,
                    author_id, author_handle
                from joined
                on conflict do nothing
            ), originals as (
                insert into original (assessment_id, incident_id, post_id, revision, assessed_at, due_at)
                select id, incident_id, post_id, revision, assessed_at,
                    cast(cast(:now as text) as timestamptz)
                from joined order by posted_at desc limit :originals
                on conflict do nothing
            )
            insert into evidence (assessment_id, incident_id, post_id, revision, source,
                external_id, author_id, author_handle, thread_id, url, posted_at, severity,
                categories, spans)
            select id, incident_id, post_id, revision, source, external_id, author_id,
                author_handle, thread_id, url, posted_at, counted, categories, '[]'
            from joined
            on conflict do nothing
            """;

    private final OriginalSettings originals;

    SqlKeptAssessments(OriginalSettings originals) {
        this.originals = originals;
    }

    private record Row(String id, String incidentId, int counted) {}

    @Override
    public Uni<List<Assessment>> all(Collection<String> ids) {
        return find(FIND + BY_TIME, ids);
    }

    @Override
    public Uni<List<Assessment>> outsideIncidents(Collection<String> ids) {
        return find(FIND + " and incident_id is null" + BY_TIME, ids);
    }

    private static Uni<List<Assessment>> find(String sql, Collection<String> ids) {
        return Sql.rows(sql, Map.of("ids", Sql.json(ids)))
                .map(rows -> rows.stream().map(SqlKeptAssessments::assessment).toList());
    }

    private static Assessment assessment(Object[] row) {
        String categories = (String) row[14];
        return new Assessment(
                (String) row[0],
                (String) row[1],
                new Assessment.Post(
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        new Author((String) row[6], (String) row[7], null),
                        (String) row[8],
                        null,
                        (String) row[9],
                        Sql.time(row[10]),
                        null,
                        null),
                Verdict.of((String) row[11]).orElseThrow(),
                ((Number) row[12]).intValue(),
                ((Number) row[13]).doubleValue(),
                categories.isEmpty() ? List.of() : Arrays.asList(categories.split(",")),
                (String) row[15],
                List.of(),
                (Boolean) row[16],
                (String) row[17],
                (String) row[18],
                Sql.time(row[19]),
                null);
    }

    @Override
    public Uni<Void> join(Collection<String> earlier, List<Grouping.Change> changes, Instant now) {
        Set<String> wanted = Set.copyOf(earlier);
        List<Row> rows = new ArrayList<>();
        for (Grouping.Change change : changes) {
            change.attacks().stream()
                    .filter(one -> wanted.contains(one.id()))
                    .forEach(
                            one ->
                                    rows.add(
                                            new Row(
                                                    one.id(),
                                                    change.incident().id(),
                                                    one.severity())));
        }
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.update(
                                JOIN,
                                Map.of(
                                        "rows", Sql.json(rows),
                                        "now", now.toString(),
                                        "originals",
                                                originals.wanted() ? originals.perIncident() : 0))
                        .replaceWithVoid();
    }
}
