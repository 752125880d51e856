package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.EventModeEffects;
import org.upstander.alert.domain.EventBar;
import org.upstander.alert.domain.EventBar.Effect;

@ApplicationScoped
class SqlEventModeEffects implements EventModeEffects {

    private static final String INSERT =
            """
            insert into event_mode_effect (assessment_id, event_mode_id, effect, reason, at)
            select assessment_id, event_mode_id, effect, reason, cast(cast(:now as text) as timestamptz)
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (assessment_id text,
                event_mode_id text, effect text, reason text)
            on conflict do nothing
            """;

    private static final String COUNTS =
            "select effect, count(*) from event_mode_effect where event_mode_id = :id group by effect";

    private static final String LATEST =
            """
            select e.assessment_id, a.staff_id, e.effect, e.reason, e.at
            from event_mode_effect e join assessment a on a.id = e.assessment_id
            where e.event_mode_id = :id
            order by e.at desc, e.assessment_id
            limit :latest
            """;

    private record Row(String assessmentId, String eventModeId, String effect, String reason) {

        static Row of(EventBar.Decision decision) {
            return new Row(
                    decision.attack().id(),
                    decision.modeId(),
                    decision.effect().wireName(),
                    decision.reason());
        }
    }

    @Override
    public Uni<Void> add(Collection<EventBar.Decision> decisions, Instant now) {
        return decisions.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.update(
                                INSERT,
                                Map.of(
                                        "rows",
                                        Sql.json(decisions.stream().map(Row::of).toList()),
                                        "now",
                                        now.toString()))
                        .replaceWithVoid();
    }

    @Override
    public Uni<Report> report(String modeId, int latest) {
        return Sql.rows(COUNTS, Map.of("id", modeId))
                .chain(
                        counts ->
                                Sql.rows(LATEST, Map.of("id", modeId, "latest", latest))
                                        .map(
                                                rows ->
                                                        new Report(
                                                                count(counts, Effect.HELD),
                                                                count(counts, Effect.RAISED),
                                                                rows.stream()
                                                                        .map(
                                                                                SqlEventModeEffects
                                                                                        ::done)
                                                                        .toList())));
    }

    private static long count(List<Object[]> counts, Effect effect) {
        return counts.stream()
                .filter(row -> effect.wireName().equals(row[0]))
                .mapToLong(row -> ((Number) row[1]).longValue())
                .sum();
    }

    private static Done done(Object[] row) {
        return new Done(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                Sql.time(row[4]));
    }
}
