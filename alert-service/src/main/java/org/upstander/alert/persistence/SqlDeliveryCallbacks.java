package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.upstander.alert.application.DeliveryCallbacks;
import org.upstander.alert.application.DeliveryStore.Job;
import org.upstander.alert.application.DeliveryStore.Kind;
import org.upstander.alert.domain.Channel;

@ApplicationScoped
class SqlDeliveryCallbacks implements DeliveryCallbacks {

    private static final String FIND =
            """
            select id, kind, incident_id, page_id, contact_id, method, channel, address, step, reason,
                rule_place, rule_after_ms
            from delivery where id = :id
            """;

    @Override
    public Uni<Optional<Job>> find(String deliveryId) {
        return Sql.rows(FIND, Map.of("id", deliveryId))
                .map(rows -> rows.stream().findFirst().map(SqlDeliveryCallbacks::job));
    }

    private static Job job(Object[] row) {
        return new Job(
                (String) row[0],
                Kind.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (Integer) row[5],
                Channel.of((String) row[6]).orElseThrow(),
                (String) row[7],
                (Integer) row[8],
                (String) row[9],
                SqlDeliveryStore.rule(row[10], row[11]));
    }

    @Override
    public Uni<Boolean> takeBack(String deliveryId, int attempt) {
        return Sql.update(
                        """
                        update delivery set state = 'sending', delivered_at = null, receipt = null
                        where id = :id and attempt = :attempt and state in ('sending', 'delivered')
                        """,
                        Map.of("id", deliveryId, "attempt", attempt))
                .map(rows -> rows > 0);
    }

    @Override
    public Uni<Void> confirm(String deliveryId, int attempt, String receipt) {
        return Sql.update(
                        """
                        update delivery set receipt = :receipt
                        where id = :id and attempt = :attempt and state = 'delivered'
                        """,
                        Map.of("id", deliveryId, "attempt", attempt, "receipt", receipt))
                .replaceWithVoid();
    }
}
