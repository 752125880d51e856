package org.upstander.alert.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.original.OriginalSeals;
import org.upstander.alert.application.original.Sealed;
import org.upstander.alert.application.reading.OriginalReader;

/** A post of an incident as it was received. Hostile bytes: never shown, only saved. */
@Path("/v1/incidents/{id}/posts/{postId}/original")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Tag(name = "Incidents")
class OriginalResource {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+");

    private final OriginalReader originals;
    private final OriginalSeals seals;
    private final Caller caller;
    private final Clock clock;

    OriginalResource(OriginalReader originals, OriginalSeals seals, Caller caller, Clock clock) {
        this.originals = originals;
        this.seals = seals;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "getOriginal",
            summary = "Saves a post of an incident as it was received",
            description =
                    "Its very bytes, as evidence. Upstander-Original-Form says received, or restated where the item was written anew as it was read from a page; with -cut behind it where only the first 256 KiB were kept. Upstander-Original-SHA256 is of what is sent. Who saved it is kept, and why. The attacked person does not get it; 404 says why there is none.")
    @APIResponse(
            responseCode = "200",
            description = "The bytes, with Upstander-Original-Content-Type",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples =
                                    @ExampleObject(
                                            name = "original",
                                            value = ReadExamples.ORIGINAL)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> get(
            @PathParam("id") String id,
            @PathParam("postId") String postId,
            @QueryParam("revision")
                    @Parameter(description = "Which revision of the post; else the latest.")
                    String revision,
            @QueryParam("why")
                    @Parameter(
                            description =
                                    "Why it is saved, for evidenceReads; up to 200 characters. The attacked person sees it.")
                    String why) {
        Optional<String> reason = Texts.reason("why", why);
        return originals
                .find(id, postId, revision)
                .chain(found -> answer(id, postId, found, reason));
    }

    private Uni<Response> answer(
            String id, String postId, Optional<OriginalReader.Kept> found, Optional<String> why) {
        OriginalReader.Kept kept =
                found.orElseThrow(Problems.notFound("incident with the post", id + "/" + postId));
        if (caller.staffId().filter(kept.staffId()::equals).isPresent()) {
            throw Problems.problem(
                    Status.FORBIDDEN,
                    "Not for the attacked person",
                    "The original is for whoever looks after the case: ask your contact.");
        }
        if (kept.sealed() == null) {
            throw none(kept.state() == null ? "not-kept" : stateOf(kept));
        }
        byte[] bytes = seals.open(kept.sealed()).orElseThrow(() -> none("no-key"));
        return originals
                .logRead(id, caller.name(), clock.instant(), why)
                .map(logged -> send(bytes, kept));
    }

    private static String stateOf(OriginalReader.Kept kept) {
        return kept.reason() == null ? "not-yet" : kept.reason();
    }

    private static HttpProblem none(String reason) {
        return HttpProblem.builder()
                .withStatus(Status.NOT_FOUND)
                .withTitle("No original")
                .withDetail(detail(reason))
                .with("reason", reason)
                .build();
    }

    private static String detail(String reason) {
        return switch (reason) {
            case "not-yet" -> "It is looked for: ask again in a minute.";
            case "not-found" ->
                    "None was kept when the post was received, or ingest-service had no UPSTANDER_EVIDENCE_KEY.";
            case "too-old" ->
                    "It was looked for too late: originals wait 72 hours for an incident.";
            case "unreadable" -> "No key of this service opened it while it was there.";
            case "no-key" ->
                    "No key of this service opens it: put the one it was sealed with into UPSTANDER_EVIDENCE_KEY.";
            default ->
                    "It was not wanted: UPSTANDER_EVIDENCE_KEY was not set, or the incident has more posts than UPSTANDER_EVIDENCE_PER_INCIDENT.";
        };
    }

    private static Response send(byte[] bytes, OriginalReader.Kept kept) {
        Sealed sealed = kept.sealed();
        boolean named = MEDIA_TYPE.matcher(sealed.contentType()).matches();
        Response.ResponseBuilder answer =
                Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"original.bin\"")
                        .header(
                                "Upstander-Original-Content-Type",
                                named ? sealed.contentType() : MediaType.APPLICATION_OCTET_STREAM)
                        .header("Upstander-Original-Form", sealed.form())
                        .header("Upstander-Original-SHA256", kept.sha256());
        if (kept.receivedAt() != null) {
            answer.header("Upstander-Original-Received-At", kept.receivedAt().toString());
        }
        return answer.build();
    }
}
