package org.upstander.scoring.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.scoring.application.ScorePosts;

/** What judges here. */
@Path("/v1/model")
@Tag(name = "Scoring")
@Produces(MediaType.APPLICATION_JSON)
class ModelResource {
    private final ScorePosts scorePosts;

    ModelResource(ScorePosts scorePosts) {
        this.scorePosts = scorePosts;
    }

    /**
     * @param model version, part of every assessment's id
     */
    record Model(String model) {}

    @GET
    @NonBlocking
    @RolesAllowed(Scopes.SCORE)
    @Operation(summary = "The model that judges: version, age, figures, thresholds")
    public Model model() {
        return new Model(scorePosts.model());
    }
}
