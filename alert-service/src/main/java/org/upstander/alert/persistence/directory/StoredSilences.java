package org.upstander.alert.persistence.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.upstander.alert.application.ActiveSilences;
import org.upstander.alert.domain.Maintenance;
import org.upstander.alert.domain.Silence;

/** All that holds pages on purpose: silences, and maintenance as one of them. */
@ApplicationScoped
class StoredSilences implements ActiveSilences {

    private final SilenceRepository silences;
    private final MaintenanceRepository maintenance;

    StoredSilences(SilenceRepository silences, MaintenanceRepository maintenance) {
        this.silences = silences;
        this.maintenance = maintenance;
    }

    @Override
    public Uni<List<Silence>> at(Instant now) {
        return silences.at(now)
                .chain(
                        silenced ->
                                maintenance
                                        .at(now)
                                        .map(
                                                windows ->
                                                        Stream.concat(
                                                                        silenced.stream(),
                                                                        windows.stream()
                                                                                .map(
                                                                                        Maintenance
                                                                                                ::asSilence))
                                                                .toList()));
    }
}
