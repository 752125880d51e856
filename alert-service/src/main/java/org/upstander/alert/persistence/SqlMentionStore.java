package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.upstander.alert.application.noise.MentionStore;
import org.upstander.alert.domain.noise.RollUp;

@ApplicationScoped
class SqlMentionStore implements MentionStore {

    // Hours before days, and both in the order of their keys: two transactions never wait for each
    // other in a circle. Summed up once more, for keys may become one on the way.
    private static final String ADD =
            """
            with given as materialized (
                select staff_id, source, hour, sum(supportive)::int as supportive,
                    sum(neutral)::int as neutral, sum(criticism)::int as criticism,
                    sum(attack)::int as attack, sum(spam)::int as spam
                from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (staff_id text,
                    source text, hour timestamptz, supportive int, neutral int, criticism int,
                    attack int, spam int)
                group by staff_id, source, hour
            ), hours as (
                insert into mention_hour as m
                    (staff_id, source, hour, supportive, neutral, criticism, attack, spam)
                select * from given order by staff_id, source, hour
                on conflict (staff_id, source, hour) do update set
                    supportive = m.supportive + excluded.supportive,
                    neutral = m.neutral + excluded.neutral,
                    criticism = m.criticism + excluded.criticism,
                    attack = m.attack + excluded.attack,
                    spam = m.spam + excluded.spam
                returning 1
            )
            insert into mention_day as m
                (staff_id, source, day, supportive, neutral, criticism, attack, spam)
            select staff_id, source, date_trunc('day', hour, 'UTC') as day, sum(supportive)::int,
                sum(neutral)::int, sum(criticism)::int, sum(attack)::int, sum(spam)::int
            from given
            where (select count(*) from hours) > 0
            group by staff_id, source, day order by staff_id, source, day
            on conflict (staff_id, source, day) do update set
                supportive = m.supportive + excluded.supportive,
                neutral = m.neutral + excluded.neutral,
                criticism = m.criticism + excluded.criticism,
                attack = m.attack + excluded.attack,
                spam = m.spam + excluded.spam
            """;

    private record Row(
            String staffId,
            String source,
            Instant hour,
            long supportive,
            long neutral,
            long criticism,
            long attack,
            long spam) {

        static Row of(RollUp one) {
            return new Row(
                    one.staffId(),
                    one.source(),
                    one.hour(),
                    one.mentions().supportive(),
                    one.mentions().neutral(),
                    one.mentions().criticism(),
                    one.mentions().attack(),
                    one.mentions().spam());
        }
    }

    @Override
    public Uni<Void> add(Collection<RollUp> rollUps) {
        return Sql.update(ADD, Map.of("rows", Sql.json(rollUps.stream().map(Row::of).toList())))
                .replaceWithVoid();
    }
}
