package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.pattern.Pair;
import org.upstander.alert.application.pattern.PatternIncidents;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.pattern.PatternKind;

@ApplicationScoped
class SqlPatternIncidents implements PatternIncidents {

    private static final String PILE_ONS =
            """
            select distinct on (staff_id) staff_id, id from incident
            where staff_id in (select jsonb_array_elements_text(cast(cast(:staff as text) as jsonb)))
              and state <> 'resolved' and cast(:pattern as text) = any (patterns)
            order by staff_id, last_activity_at desc, id
            """;

    private static final String GOING_ON =
            """
            select distinct on (p.staff_id, p.author, w.word) p.staff_id, p.author, w.word, i.id
            from %s p
            join incident_author n on n.author_key = p.author
            join incident i on i.id = n.incident_id and i.staff_id = p.staff_id and i.state <> 'resolved'
            cross join lateral unnest(i.patterns) as w (word)
            where w.word in (select jsonb_array_elements_text(cast(cast(:kinds as text) as jsonb)))
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
    public Uni<Map<String, String>> pileOns(Collection<String> staffIds) {
        return Sql.rows(
                        PILE_ONS,
                        Map.of(
                                "staff",
                                Sql.json(staffIds),
                                "pattern",
                                PatternKind.PILE_ON.wireName()))
                .map(
                        rows -> {
                            Map<String, String> found = new HashMap<>();
                            rows.forEach(row -> found.put((String) row[0], (String) row[1]));
                            return found;
                        });
    }
}
