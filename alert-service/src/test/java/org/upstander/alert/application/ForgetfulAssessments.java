package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Grouping;

/** For tests that look at incidents alone. */
class ForgetfulAssessments implements AssessmentStore {

    @Override
    public Uni<Set<String>> recorded(Collection<String> ids) {
        return Uni.createFrom().item(Set.of());
    }

    @Override
    public Uni<Void> add(
            List<Assessment> fresh, List<Grouping.Change> changes, Instant recordedAt) {
        return Uni.createFrom().voidItem();
    }
}
