package org.upstander.alert.application.review;

import java.time.Instant;
import java.util.List;

/**
 * An assessment beside what somebody says it should have been: a row to learn from.
 *
 * @param assessed what the model said
 * @param review what the person said
 * @param text of the post, where it was asked for and is kept; else null
 */
public record ReviewedAssessment(
        String assessmentId,
        String staffId,
        String source,
        String incidentId,
        Assessed assessed,
        Verdict review,
        String text) {

    public record Assessed(
            String model,
            String verdict,
            int severity,
            double score,
            List<String> categories,
            String binding,
            String language) {}

    public record Verdict(String verdict, String by, String note, Instant at) {}
}
