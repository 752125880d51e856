package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.upstander.alert.application.MergedIncidents;

@ApplicationScoped
class SqlMergedIncidents implements MergedIncidents {

    // Two that were opened again and merged the other way round may point at each other: hence the
    // end.
    private static final String WAY =
            """
            with recursive way as (
                select id, merged_into, state, 0 as place from incident where id = :incident
                union all
                select i.id, i.merged_into, i.state, w.place + 1
                from way w join incident i on i.id = w.merged_into
                where w.state = 'resolved' and w.place < 100)
            select id from way order by place desc limit 1
            """;

    @Override
    public Uni<String> endOf(String incidentId) {
        return Sql.column(WAY, String.class, Map.of("incident", incidentId))
                .map(ids -> ids.isEmpty() ? incidentId : ids.get(0));
    }
}
