package org.upstander.alert.application.review;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.upstander.alert.application.reading.Query;
import org.upstander.alert.application.reading.Slice;

/** Keeps reviews, and what follows from them. */
public interface ReviewStore {

    /**
     * Keeps a review.
     *
     * @param incidentId the incident that the assessment must belong to; null for any
     * @return whether there is such an assessment
     */
    Uni<Boolean> keep(Review review, String incidentId);

    /** How right each model was on the reviewed posts of each source. */
    Uni<List<ModelFigures>> figures();

    /**
     * Reviewed assessments, newest review first.
     *
     * @param reader whose reading of the texts is noted; null: without texts
     */
    Uni<Slice<ReviewedAssessment>> list(Query<ReviewFilter> query, String reader);
}
