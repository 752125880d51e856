package org.upstander.scoring.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.scoring.application.LiveThresholds;
import org.upstander.scoring.application.ModelCard;

/** What judges here. */
@Path("/v1/model")
@Tag(name = "Scoring")
@Produces(MediaType.APPLICATION_JSON)
class ModelResource {
    private final ModelCard card;
    private final LiveThresholds thresholds;

    ModelResource(ModelCard card, LiveThresholds thresholds) {
        this.card = card;
        this.thresholds = thresholds;
    }

    @GET
    @NonBlocking
    @RolesAllowed(Scopes.SCORE)
    @Operation(
            summary = "The model that judges: version, when trained, figures, thresholds",
            description = "Needs the scope `score`.")
    @APIResponse(
            responseCode = "200",
            description = "The model card",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ModelCard.class),
                            examples = @ExampleObject(name = "card", value = Examples.MODEL)))
    @APIResponse(
            responseCode = "401",
            description = "No token, or one that is not known here",
            content =
                    @Content(
                            mediaType = Examples.PROBLEM_JSON,
                            examples =
                                    @ExampleObject(name = "no token", value = Examples.NO_TOKEN)))
    @APIResponse(
            responseCode = "403",
            description = "The token lacks the scope score",
            content =
                    @Content(
                            mediaType = Examples.PROBLEM_JSON,
                            examples =
                                    @ExampleObject(name = "no scope", value = Examples.NO_SCOPE)))
    public ModelCard model() {
        return card.under(thresholds.current());
    }
}
