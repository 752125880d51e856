package org.upstander.alert.application.reading;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Reads verdicts, attempts to reach somebody, and the sums of them. */
public interface LogReader {

    Uni<Slice<AssessmentView>> assessments(Query<Filters.Assessments> query);

    Uni<Slice<NotificationView>> notifications(Query<Filters.Notifications> query);

    Uni<Summary> summary(Instant now);
}
