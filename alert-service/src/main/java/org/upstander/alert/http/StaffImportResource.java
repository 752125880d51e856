package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.directory.PutResult;
import org.upstander.alert.application.directory.StaffDirectory;
import org.upstander.alert.application.directory.StaffDraft;
import org.upstander.alert.application.directory.Violation;
import org.upstander.alert.domain.StaffProfile;

@Path("/v1/staff:import")
@RolesAllowed(Scopes.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
class StaffImportResource {

    static final int MAX_ITEMS = 5_000;

    private static final String TEXT_CSV = "text/csv";

    private final StaffDirectory staff;

    StaffImportResource(StaffDirectory staff) {
        this.staff = staff;
    }

    /** What became of all, and of each in order. */
    @Schema(name = "StaffImported")
    record Imported(int created, int replaced, int refused, List<Item> items) {}

    @Schema(name = "StaffImportItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            @Schema(description = "created, replaced or refused.") String result,
            List<Violation> errors,
            List<Violation> warnings) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importStaff",
            summary = "PUTs many members of staff",
            description =
                    "At most 5,000. Each is as a PUT of its own; a refused one does not hinder the others. Also takes text/csv, lists separated by ';'.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = StaffBody.class),
                        examples = @ExampleObject(name = "array", value = Examples.IMPORT_JSON)),
                @Content(
                        mediaType = TEXT_CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "csv", value = Examples.IMPORT_CSV))
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of each, in order",
            content =
                    @Content(
                            schema = @Schema(implementation = Imported.class),
                            examples =
                                    @ExampleObject(name = "imported", value = Examples.IMPORTED)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Imported> importJson(byte[] body) {
        return put(
                JsonBodies.readList(body, StaffBody.class).stream()
                        .map(item -> item == null ? StaffCsv.EMPTY : item.draft(item.id()))
                        .toList());
    }

    @POST
    @Consumes(TEXT_CSV)
    @Operation(hidden = true)
    public Uni<Imported> importCsv(byte[] body) {
        return put(StaffCsv.read(body, MAX_ITEMS));
    }

    private Uni<Imported> put(List<StaffDraft> drafts) {
        if (drafts.size() > MAX_ITEMS) {
            throw Problems.refused(
                    "",
                    "has %d items; at most %d, send the rest in a second call"
                            .formatted(drafts.size(), MAX_ITEMS));
        }
        return staff.putAll(drafts).map(results -> imported(drafts, results));
    }

    private static Imported imported(
            List<StaffDraft> drafts, List<PutResult<StaffProfile>> results) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            items.add(item(drafts.get(i).id(), results.get(i)));
        }
        return new Imported(
                count(items, "created"), count(items, "replaced"), count(items, "refused"), items);
    }

    private static Item item(String id, PutResult<StaffProfile> result) {
        if (result instanceof PutResult.Kept<StaffProfile> kept) {
            return new Item(
                    id,
                    kept.created() ? "created" : "replaced",
                    null,
                    kept.warnings().isEmpty() ? null : kept.warnings());
        }
        return new Item(
                id,
                "refused",
                result instanceof PutResult.Refused<StaffProfile> refused
                        ? refused.violations()
                        : List.of(),
                null);
    }

    private static int count(List<Item> items, String result) {
        return (int) items.stream().filter(item -> item.result().equals(result)).count();
    }
}
