package org.upstander.alert.application.reading;

import java.time.Instant;
import java.util.List;

/**
 * A verdict as it is shown: no text.
 *
 * @param incidentId the incident it belongs to, or null
 * @param shadow the verdict by thresholds that are on trial; null while none are
 */
public record AssessmentView(
        String id,
        String postId,
        String revision,
        String staffId,
        String source,
        String externalId,
        IncidentView.Author author,
        String threadId,
        String url,
        Instant postedAt,
        Instant assessedAt,
        String verdict,
        int severity,
        double score,
        List<String> categories,
        String binding,
        boolean spam,
        String language,
        String model,
        String incidentId,
        String shadow) {}
