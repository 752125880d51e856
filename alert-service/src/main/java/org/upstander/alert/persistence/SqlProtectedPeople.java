package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.pattern.ProtectedPeople;

/** Past the session: it would read one after the other, before all else that is asked for. */
@ApplicationScoped
class SqlProtectedPeople implements ProtectedPeople {

    private static final String OF =
            """
            select s.id, s.member ->> 'timeZone', s.member ->> 'workingHours',
                coalesce(cast(s.member ->> 'junior' as boolean), false), cast(s.member ->> 'attackThreshold' as double precision)
            from (select id, cast(document as jsonb) -> 'member' as member from staff
                  where id = any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
                  offset 0) s
            """;

    @Override
    public Uni<List<Profile>> of(Collection<String> staffIds) {
        return Sql.rows(OF, Map.of("ids", Sql.json(staffIds)))
                .map(rows -> rows.stream().map(SqlProtectedPeople::profile).toList());
    }

    private static Profile profile(Object[] row) {
        return new Profile(
                (String) row[0],
                ZoneId.of((String) row[1]),
                (String) row[2],
                (Boolean) row[3],
                (Double) row[4]);
    }
}
