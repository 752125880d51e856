package org.upstander.alert.http;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.alert.application.review.Review;
import org.upstander.alert.application.review.ReviewVerdict;

/** The body of a {@code :verdict}. */
@Schema(name = "VerdictAction")
record ReviewBody(
        @Schema(description = "Which assessment of the incident; left out where the path names it.")
                String assessmentId,
        @Schema(
                        required = true,
                        enumeration = {"attack", "criticism", "spam", "mistaken-person"},
                        description = "What the post really is, as to the person.")
                String verdict,
        @Schema(description = "Who says it, at most 100 characters; the caller where left out.")
                String by,
        @Schema(description = "At most 500 characters. Quote no post in it.") String note) {

    private static final int MAX_BY = 100;
    private static final int MAX_NOTE = 500;

    static ReviewBody read(byte[] body) {
        ReviewBody read = JsonBodies.read(body, ReviewBody.class);
        Texts.check("/by", read.by(), MAX_BY);
        Texts.check("/note", read.note(), MAX_NOTE);
        return read;
    }

    /** For an assessment that the path names. */
    Review of(String assessment, String caller, Instant at) {
        if (assessmentId != null && !assessmentId.equals(assessment)) {
            throw Problems.refused("/assessmentId", "is not the one in the path; leave it out");
        }
        return review(assessment, caller, at);
    }

    /** For an assessment that the body names. */
    Review ofItsOwn(String caller, Instant at) {
        if (assessmentId == null || assessmentId.isBlank()) {
            throw Problems.refused(
                    "/assessmentId",
                    "is required: take it from evidence[].assessmentId of the incident");
        }
        return review(assessmentId, caller, at);
    }

    private Review review(String assessment, String caller, Instant at) {
        ReviewVerdict said =
                ReviewVerdict.of(verdict)
                        .orElseThrow(
                                () ->
                                        Problems.refused(
                                                "/verdict",
                                                "must be one of "
                                                        + String.join(
                                                                ", ", ReviewVerdict.words())));
        return new Review(assessment, by == null ? caller : by, said, note, at);
    }
}
