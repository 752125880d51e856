package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.upstander.alert.application.review.Review;
import org.upstander.alert.application.review.ReviewStore;

/** What both doors of reviews do: the body becomes a review, and that is kept. */
@ApplicationScoped
class KeepReview {

    private final ReviewStore reviews;
    private final Caller caller;
    private final Clock clock;

    KeepReview(ReviewStore reviews, Caller caller, Clock clock) {
        this.reviews = reviews;
        this.caller = caller;
        this.clock = clock;
    }

    /** Of an assessment that the body names and that belongs to the incident. */
    Uni<Void> ofIncident(String incident, ReviewBody body) {
        Review review = body.ofItsOwn(caller.name(), clock.instant());
        String what = "incident %s with the assessment".formatted(incident);
        return keep(review, incident, what);
    }

    Uni<Void> ofAssessment(String assessment, ReviewBody body) {
        return keep(body.of(assessment, caller.name(), clock.instant()), null, "assessment");
    }

    private Uni<Void> keep(Review review, String incident, String what) {
        return reviews.keep(review, incident)
                .invoke(
                        kept -> {
                            if (!kept) {
                                throw Problems.notFound(what, review.assessmentId()).get();
                            }
                        })
                .replaceWithVoid();
    }
}
