package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.review.ModelFigures;
import org.upstander.alert.application.review.ReviewStore;

/** How good the model is here, by what people said of its assessments. */
@Path("/v1/model")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
class ModelResource {

    private final ReviewStore reviews;
    private final Answers answers;

    ModelResource(ReviewStore reviews, Answers answers) {
        this.reviews = reviews;
        this.answers = answers;
    }

    @Schema(name = "Models")
    record Models(List<ModelFigures> items) {}

    @GET
    @Operation(
            operationId = "measuredModels",
            summary = "Precision and recall of each model on each source, by reviews",
            description =
                    "Of what was reviewed: recall counts only attacks that somebody found among the harmless. The card of the model is GET /v1/model of scoring-service.")
    @APIResponse(
            responseCode = "200",
            description = "The newest model first, with an ETag",
            content =
                    @Content(
                            schema = @Schema(implementation = Models.class),
                            examples =
                                    @ExampleObject(name = "models", value = ReviewExamples.MODELS)))
    @APIResponse(responseCode = "304", ref = "Unchanged")
    public Uni<Response> figures(@Context Request request) {
        return reviews.figures().map(items -> answers.one(new Models(items), request));
    }
}
