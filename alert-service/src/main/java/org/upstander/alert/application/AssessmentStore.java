package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Assessment;

/** Keeps every verdict, without the post's text. */
public interface AssessmentStore {

    Uni<Void> add(List<Assessment> assessments, Instant recordedAt);
}
