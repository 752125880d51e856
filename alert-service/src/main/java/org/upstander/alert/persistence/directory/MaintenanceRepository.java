package org.upstander.alert.persistence.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.directory.Stores;
import org.upstander.alert.domain.Maintenance;

@ApplicationScoped
class MaintenanceRepository extends DocumentRepository<Maintenance, MaintenanceRow>
        implements Stores.MaintenanceStore {

    MaintenanceRepository() {
        super(Maintenance.class, MaintenanceRow::new);
    }

    @Override
    void index(MaintenanceRow row, Maintenance value) {
        row.startsAt = value.startsAt();
        row.endsAt = value.endsAt();
    }

    Uni<List<Maintenance>> at(Instant now) {
        return list("startsAt <= ?1 and endsAt > ?1", now)
                .map(
                        rows ->
                                rows.stream()
                                        .map(row -> Documents.read(row.document, Maintenance.class))
                                        .toList());
    }
}
