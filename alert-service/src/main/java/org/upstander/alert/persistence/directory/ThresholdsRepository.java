package org.upstander.alert.persistence.directory;

import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.application.directory.Stores;
import org.upstander.alert.domain.ThresholdSettings;

@ApplicationScoped
class ThresholdsRepository extends DocumentRepository<ThresholdSettings, ThresholdsRow>
        implements Stores.ThresholdStore {

    ThresholdsRepository() {
        super(ThresholdSettings.class, ThresholdsRow::new);
    }

    @Override
    void index(ThresholdsRow row, ThresholdSettings value) {
        row.updatedBy = value.updatedBy();
    }
}
