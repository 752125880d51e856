package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.AcknowledgementStore;
import org.upstander.alert.domain.Acknowledgement;

@ApplicationScoped
class SqlAcknowledgementStore implements AcknowledgementStore {

    @Override
    public Uni<List<Acknowledgement>> of(String incidentId) {
        return Sql.rows(
                        """
                        select at, who, kind from acknowledgement
                        where incident_id = :incident and not superseded order by id
                        """,
                        Map.of("incident", incidentId))
                .map(rows -> rows.stream().map(SqlAcknowledgementStore::given).toList());
    }

    private static Acknowledgement given(Object[] row) {
        return new Acknowledgement(
                Sql.time(row[0]),
                (String) row[1],
                Acknowledgement.Kind.of((String) row[2]).orElseThrow());
    }

    @Override
    public Uni<Void> add(String incidentId, Acknowledgement given) {
        return Sql.update(
                        """
                        insert into acknowledgement (incident_id, at, who, kind)
                        values (:incident, cast(cast(:at as text) as timestamptz), :who, :kind)
                        """,
                        Map.of(
                                "incident",
                                incidentId,
                                "at",
                                given.at().toString(),
                                "who",
                                given.by(),
                                "kind",
                                given.kind().wireName()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> supersede(Collection<String> incidentIds) {
        return Sql.update(
                        """
                        update acknowledgement set superseded = true
                        where not superseded and incident_id = any (array(
                            select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
                        """,
                        Map.of("ids", Sql.json(incidentIds)))
                .replaceWithVoid();
    }
}
