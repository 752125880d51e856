package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.application.pattern.Pair;
import org.upstander.alert.application.pattern.PatternIncidents;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.pattern.PatternKind;

@ApplicationScoped
class SqlPatternIncidents implements PatternIncidents {

    // The word stands in it: only then an index of those few is of use.
    private static final String PILE_ONS =
            """
            select p.id, i.id, i.author_count, i.last_activity_at
            from (select jsonb_array_elements_text(cast(cast(:staff as text) as jsonb)) as id) p
            cross join lateral (
                select * from incident
                where staff_id = p.id and state <> 'resolved' and '%s' = any (patterns)
                order by last_activity_at desc, id limit 1) i
            """
                    .formatted(PatternKind.PILE_ON.wireName());

    private static final String GOING_ON =
            """
            select distinct on (p.staff_id, p.author, w.word) p.staff_id, p.author, w.word, i.id
            from %s p
            cross join lateral (
                select incident_id from incident_author where author_key = p.author offset 0) n
            cross join lateral (
                select * from incident
                where id = n.incident_id and staff_id = p.staff_id and state <> 'resolved' offset 0) i
            cross join lateral unnest(i.patterns) as w (word)
            where w.word = any (array(select jsonb_array_elements_text(cast(cast(:kinds as text) as jsonb))))
            order by p.staff_id, p.author, w.word, i.last_activity_at desc, i.id
            """
                    .formatted(PairRows.SQL);

    private static final String JOIN =
            """
            with given as (
                select jsonb_array_elements_text(cast(cast(:attempts as text) as jsonb)) as signal_id
            ), signals as (
                insert into incident_signal (signal_id, incident_id)
                select signal_id, :incident from given on conflict do nothing
            )
            insert into incident_author (incident_id, author_key, source, author_id, handle)
            values (:incident, :author, :source, cast(:author_id as text), cast(:handle as text))
            on conflict do nothing
            """;

    private static final String JOIN_ATTEMPTS =
            """
            insert into incident_signal (signal_id, incident_id)
            select s.id, r.incident_id
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (incident_id text,
                staff_id text, author text, source text, handle text, until timestamptz)
            cross join lateral (
                select id from signal
                where staff_id = r.staff_id and type = 'contact-attempt' and at <= r.until
                  and (author_key = r.author
                    or coalesce(source, '') = r.source and lower(author_handle) = lower(r.handle))
                offset 0) s
            order by s.id
            on conflict do nothing
            """;

    private record Row(
            String incidentId,
            String staffId,
            String author,
            String source,
            String handle,
            Instant until) {}

    // Mostly all of them are in one incident, and then no row travels.
    private static final String HOLDING =
            """
            with held as materialized (
                select a.id, a.post_id, a.incident_id
                from (select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) as id) r
                cross join lateral (
                    select id, post_id, incident_id from assessment where id = r.id offset 0) a
                cross join lateral (
                    select from incident where id = a.incident_id and state <> 'resolved' offset 0) i
            )
            select id, post_id, incident_id from held
            where (select count(distinct incident_id) from held) > 1
            """;

    private static final String RELATED =
            """
            select incident_id, related from incident_link
            where incident_id = any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
            """;

    private final IncidentRepository incidents;

    SqlPatternIncidents(IncidentRepository incidents) {
        this.incidents = incidents;
    }

    @Override
    public Uni<Void> join(String incidentId, Pair pair, Collection<String> attempts) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("attempts", Sql.json(attempts));
        parameters.put("incident", incidentId);
        parameters.put("author", pair.author());
        parameters.put("source", pair.source());
        parameters.put("author_id", pair.authorId());
        parameters.put("handle", pair.handle());
        return Sql.update(JOIN, parameters).replaceWithVoid();
    }

    @Override
    public Uni<Void> joinAttempts(Collection<Approached> attacks) {
        List<Row> rows = attacks.stream().map(SqlPatternIncidents::row).toList();
        return Sql.update(JOIN_ATTEMPTS, Map.of("rows", Sql.json(rows))).replaceWithVoid();
    }

    private static Row row(Approached attack) {
        Pair pair = attack.pair();
        return new Row(
                attack.incidentId(),
                pair.staffId(),
                pair.author(),
                pair.source(),
                pair.handle(),
                attack.until());
    }

    @Override
    public Uni<Map<GroupKey, String>> goingOn(
            Collection<Pair> pairs, Collection<PatternKind> kinds) {
        List<String> words = kinds.stream().map(PatternKind::wireName).toList();
        return Sql.rows(GOING_ON, Map.of("pairs", PairRows.json(pairs), "kinds", Sql.json(words)))
                .map(
                        rows -> {
                            Map<GroupKey, String> found = new HashMap<>();
                            rows.forEach(
                                    row ->
                                            found.put(
                                                    GroupKey.ofPattern(
                                                            (String) row[0],
                                                            (String) row[1],
                                                            (String) row[2]),
                                                    (String) row[3]));
                            return found;
                        });
    }

    @Override
    public Uni<Map<String, PileOn>> pileOns(Collection<String> staffIds) {
        return Sql.rows(PILE_ONS, Map.of("staff", Sql.json(staffIds)))
                .map(
                        rows -> {
                            Map<String, PileOn> found = new HashMap<>();
                            rows.forEach(row -> found.put((String) row[0], pileOn(row)));
                            return found;
                        });
    }

    private static PileOn pileOn(Object[] row) {
        return new PileOn((String) row[1], ((Number) row[2]).intValue(), Sql.time(row[3]));
    }

    @Override
    public Uni<List<Holding>> holding(Collection<String> assessmentIds) {
        return Sql.rows(HOLDING, Map.of("ids", Sql.json(assessmentIds)))
                .chain(
                        rows -> {
                            Map<String, Map<String, String>> posts = new HashMap<>();
                            rows.forEach(
                                    row ->
                                            posts.computeIfAbsent(
                                                            (String) row[2], id -> new HashMap<>())
                                                    .put((String) row[0], (String) row[1]));
                            return posts.isEmpty()
                                    ? Uni.createFrom().item(List.of())
                                    : holding(posts);
                        });
    }

    private Uni<List<Holding>> holding(Map<String, Map<String, String>> posts) {
        return related(posts.keySet())
                .chain(
                        related ->
                                incidents
                                        .list("id in ?1", posts.keySet())
                                        .map(rows -> holding(rows, posts, related)));
    }

    private static Uni<Map<String, Set<String>>> related(Collection<String> incidentIds) {
        return Sql.rows(RELATED, Map.of("ids", Sql.json(incidentIds)))
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        row -> (String) row[0],
                                                        Collectors.mapping(
                                                                row -> (String) row[1],
                                                                Collectors.toSet()))));
    }

    private static List<Holding> holding(
            List<IncidentRow> rows,
            Map<String, Map<String, String>> posts,
            Map<String, Set<String>> related) {
        return rows.stream()
                .map(
                        row ->
                                new Holding(
                                        row.toDomain(),
                                        posts.get(row.id),
                                        related.getOrDefault(row.id, Set.of())))
                .toList();
    }
}
