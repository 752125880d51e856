package org.upstander.alert.persistence.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.ActiveEventModes;
import org.upstander.alert.application.directory.Stores;
import org.upstander.alert.domain.EventMode;

@ApplicationScoped
class EventModeRepository extends DocumentRepository<EventMode, EventModeRow>
        implements Stores.EventModeStore, ActiveEventModes {

    EventModeRepository() {
        super(EventMode.class, EventModeRow::new);
    }

    @Override
    void index(EventModeRow row, EventMode value) {
        row.startsAt = value.startsAt();
        row.endsAt = value.endsAt();
    }

    @Override
    public Uni<List<EventMode>> at(Instant now) {
        return list("startsAt <= ?1 and endsAt > ?1", now)
                .map(
                        rows ->
                                rows.stream()
                                        .map(row -> Documents.read(row.document, EventMode.class))
                                        .toList());
    }
}
