package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.Acknowledge;
import org.upstander.alert.application.Reshape;
import org.upstander.alert.application.reading.IncidentView;

/** Puts incidents off, together, or apart. */
@Path("/v1/incidents")
@RolesAllowed(Scopes.INCIDENTS_WRITE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
class IncidentShapeResource {

    private static final int MAX_NAME = 100;
    private static final int MAX_ID = 500;
    private static final int MAX_PARTS = 500;
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(7);

    private final Acknowledge acknowledge;
    private final Reshape reshape;
    private final Outcomes outcomes;
    private final Caller caller;
    private final Clock clock;

    IncidentShapeResource(
            Acknowledge acknowledge,
            Reshape reshape,
            Outcomes outcomes,
            Caller caller,
            Clock clock) {
        this.acknowledge = acknowledge;
        this.reshape = reshape;
        this.outcomes = outcomes;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "IncidentSnooze")
    record Snooze(
            @Schema(required = true, description = "From now on, at most 7 days ahead.")
                    Instant until,
            @Schema(description = "Who, at most 100 characters; the caller where left out.")
                    String by) {}

    @Schema(name = "IncidentMerge")
    record Merge(@Schema(required = true, description = "Where everything goes.") String into) {}

    @Schema(name = "IncidentSplit", description = "At least one post or author.")
    record Split(
            @Schema(description = "Ids of posts as in evidence, at most 500.") List<String> posts,
            @Schema(description = "Ids or handles of authors: all their posts, at most 500.")
                    List<String> authors) {}

    @POST
    @Path("/{id}:snooze")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "snoozeIncident",
            summary = "Pages pause until then",
            description =
                    "An acknowledgement as seen that ends then: it pages again at that time, and before if it gets worse or an acknowledgement as seen ends. Where the policy wants several people, paging goes on until as many have.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Snooze.class),
                            examples =
                                    @ExampleObject(name = "snooze", value = CaseExamples.SNOOZE)))
    @APIResponse(responseCode = "200", ref = "IncidentNow")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<IncidentView> snooze(@PathParam("id") String id, byte[] body) {
        Snooze snooze = JsonBodies.read(body, Snooze.class);
        Texts.check("/by", snooze.by(), MAX_NAME);
        Instant now = clock.instant();
        if (snooze.until() == null
                || !snooze.until().isAfter(now)
                || snooze.until().isAfter(now.plus(LONGEST_SNOOZE))) {
            throw Problems.refused("/until", "must be a time within the next 7 days");
        }
        String by = snooze.by() == null ? caller.name() : snooze.by();
        String told =
                "Snoozed until %s by %s."
                        .formatted(snooze.until(), caller.speakingFor(snooze.by()));
        return acknowledge
                .snooze(id, by, snooze.until(), told)
                .chain(done -> outcomes.after(id, done));
    }

    @POST
    @Path("/{id}:merge")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "mergeIncident",
            summary = "Moves everything into another one and closes this",
            description =
                    "Both must be open or acknowledged and about the same member of staff. The other one pages again if it gets worse by it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Merge.class),
                            examples = @ExampleObject(name = "merge", value = CaseExamples.MERGE)))
    @APIResponse(responseCode = "200", ref = "IncidentNow")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Unfit")
    public Uni<IncidentView> merge(@PathParam("id") String id, byte[] body) {
        Merge merge = JsonBodies.read(body, Merge.class);
        Texts.require("/into", merge.into(), MAX_NAME);
        return reshape.merge(id, merge.into(), caller.name())
                .chain(done -> outcomes.after(id, done));
    }

    @POST
    @Path("/{id}:split")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "splitIncident",
            summary = "Takes posts out into a new one",
            description =
                    "Open or acknowledged as this one is, and linked to it; an open one pages. Some posts have to stay.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Split.class),
                            examples = @ExampleObject(name = "split", value = CaseExamples.SPLIT)))
    @APIResponse(responseCode = "200", ref = "IncidentNow")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Unfit")
    public Uni<IncidentView> split(@PathParam("id") String id, byte[] body) {
        Split split = JsonBodies.read(body, Split.class);
        List<String> posts = parts("/posts", split.posts());
        List<String> authors = parts("/authors", split.authors());
        return reshape.split(id, posts, authors, caller.name())
                .chain(done -> outcomes.after(id, done));
    }

    private static List<String> parts(String pointer, List<String> given) {
        List<String> parts = given == null ? List.of() : given;
        if (parts.size() > MAX_PARTS) {
            throw Problems.refused(pointer, "must have at most %d items".formatted(MAX_PARTS));
        }
        parts.forEach(part -> Texts.require(pointer, part, MAX_ID));
        return parts;
    }
}
