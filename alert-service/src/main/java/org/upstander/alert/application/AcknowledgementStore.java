package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.upstander.alert.domain.Acknowledgement;

/** Who took incidents. Within the caller's transaction, under the incident's lock. */
public interface AcknowledgementStore {

    /** Those that count, oldest first. */
    Uni<List<Acknowledgement>> of(String incidentId);

    Uni<Void> add(String incidentId, Acknowledgement given);

    /** What was given before counts no longer: the incidents page again. */
    Uni<Void> supersede(Collection<String> incidentIds);
}
