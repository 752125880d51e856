package org.upstander.scoring.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.upstander.access.Scopes;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.application.PipelineState;
import org.upstander.scoring.application.RosterSnapshot;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.domain.Post;

/** Scores posts at once and keeps nothing: the very path that posts from Kafka take. */
@Path("/v1/score")
@Tag(name = "Scoring")
@Produces(MediaType.APPLICATION_JSON)
class ScoreResource {
    private static final Logger LOG = Logger.getLogger(ScoreResource.class);

    private final ScorePosts scorePosts;
    private final LiveRoster roster;
    private final PipelineState state;

    ScoreResource(ScorePosts scorePosts, LiveRoster roster, PipelineState state) {
        this.scorePosts = scorePosts;
        this.roster = roster;
        this.state = state;
    }

    @POST
    @Blocking // computes for as long as 500 posts take: not on an event loop
    @RolesAllowed(Scopes.SCORE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say whom of the staff each post means, and whether it attacks the person",
            description =
                    "Needs the scope `score`. Nothing is stored, nobody is paged. Offsets are UTF-16 code units of the given text.")
    @RequestBody(
            required = true,
            description = "1 to 500 posts, at most 10 MiB in all",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScoreRequest.class),
                            examples = @ExampleObject(name = "one post", value = Examples.REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "One result for each post, in order",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScoreResponse.class),
                            examples =
                                    @ExampleObject(name = "an attack", value = Examples.RESPONSE)))
    @APIResponse(
            responseCode = "400",
            description = "A post cannot be scored as it is, or the body cannot be read",
            content =
                    @Content(
                            mediaType = Examples.PROBLEM_JSON,
                            examples = @ExampleObject(name = "no text", value = Examples.INVALID)))
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
    @APIResponse(
            responseCode = "413",
            description = "The body is larger than 10 MiB",
            content =
                    @Content(
                            mediaType = Examples.PROBLEM_JSON,
                            examples =
                                    @ExampleObject(name = "too large", value = Examples.TOO_LARGE)))
    @APIResponse(
            responseCode = "415",
            description = "The body is said to be something else than JSON",
            content =
                    @Content(
                            mediaType = Examples.PROBLEM_JSON,
                            examples = @ExampleObject(name = "text", value = Examples.NOT_JSON)))
    @APIResponse(
            responseCode = "500",
            description = "Scoring failed on a post: a fault of ours",
            content =
                    @Content(
                            mediaType = Examples.PROBLEM_JSON,
                            examples = @ExampleObject(name = "failed", value = Examples.FAILED)))
    @APIResponse(
            responseCode = "503",
            description = "The roster is still being read",
            content =
                    @Content(
                            mediaType = Examples.PROBLEM_JSON,
                            examples = @ExampleObject(name = "not yet", value = Examples.NOT_YET)))
    public ScoreResponse score(
            InputStream body,
            @Parameter(
                            description =
                                    "`true` adds to each assessment why it is so: models, threshold, places")
                    @QueryParam("explain")
                    @DefaultValue("false")
                    boolean explain) {
        if (!state.isRosterWhole()) {
            throw Problems.rosterNotRead();
        }
        List<Post> posts = PostMapper.posts(ScoreRequestReader.read(body));
        RosterSnapshot snapshot = roster.current();
        List<ScoreResponse.Result> results = new ArrayList<>(posts.size());
        for (int i = 0; i < posts.size(); i++) {
            results.add(scored(i, posts.get(i), snapshot, explain));
        }
        return new ScoreResponse(scorePosts.model(), results);
    }

    private ScoreResponse.Result scored(
            int index, Post post, RosterSnapshot snapshot, boolean explain) {
        try {
            return ScoreResponse.result(scorePosts.score(post, snapshot), explain);
        } catch (RuntimeException | StackOverflowError e) {
            // Handled here because whoever logs it elsewhere logs its message, which may quote the
            // post.
            LOG.errorf(
                    "scoring failed cause=%s at=%s",
                    e.getClass().getName(),
                    e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
            throw Problems.failed("posts[" + index + "]");
        }
    }
}
