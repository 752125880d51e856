package org.upstander.alert.persistence.directory;

import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.application.directory.Stores;
import org.upstander.alert.domain.EscalationPolicy;

@ApplicationScoped
class PolicyRepository extends DocumentRepository<EscalationPolicy, PolicyRow>
        implements Stores.PolicyStore {

    PolicyRepository() {
        super(EscalationPolicy.class, PolicyRow::new);
    }

    @Override
    void index(PolicyRow row, EscalationPolicy value) {
        // Found by id only.
    }
}
