package org.upstander.alert.persistence.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.directory.Stores;
import org.upstander.alert.domain.Silence;

@ApplicationScoped
class SilenceRepository extends DocumentRepository<Silence, SilenceRow>
        implements Stores.SilenceStore {

    SilenceRepository() {
        super(Silence.class, SilenceRow::new);
    }

    @Override
    void index(SilenceRow row, Silence value) {
        row.startsAt = value.startsAt();
        row.endsAt = value.endsAt();
    }

    Uni<List<Silence>> at(Instant now) {
        return list("startsAt <= ?1 and endsAt > ?1", now)
                .map(
                        rows ->
                                rows.stream()
                                        .map(row -> Documents.read(row.document, Silence.class))
                                        .toList());
    }
}
