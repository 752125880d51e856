package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.alert.application.directory.EventModeDraft;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.application.directory.Violation;
import org.upstander.alert.domain.EventMode;

/** An event mode as JSON, both ways. */
@Schema(name = "EventMode")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(
        value = {"createdBy", "updatedAt"},
        allowGetters = true)
record EventModeBody(
        @Schema(description = "Optional in a PUT; must be the id of the path.") String id,
        @Schema(
                        required = true,
                        enumeration = {"competition", "ban_wave"})
                String kind,
        @Schema(
                        description =
                                "Ids of the members of staff whom it concerns; of staff and sources at least one is given, and both must hold. Up to 100 each.")
                List<String> staff,
        @Schema(description = "Platforms that it concerns.") List<String> sources,
        @Schema(required = true, type = SchemaType.STRING, format = "date-time") Instant startsAt,
        @Schema(
                        required = true,
                        type = SchemaType.STRING,
                        format = "date-time",
                        description = "At most 30 days after startsAt.")
                Instant endsAt,
        @Schema(required = true, description = "What goes on; up to 200 characters.")
                String comment,
        @Schema(readOnly = true, description = "Who put it.") String createdBy,
        @Schema(type = SchemaType.STRING, format = "date-time", readOnly = true)
                Instant updatedAt) {

    EventModeDraft draft(String withId, String caller) {
        return new EventModeDraft(withId, kind, staff, sources, startsAt, endsAt, comment, caller);
    }

    static EventModeBody of(Stored<EventMode> entry, List<Violation> warnings) {
        EventMode mode = entry.value();
        return new EventModeBody(
                mode.id(),
                mode.kind().wireName(),
                mode.staff(),
                mode.sources(),
                mode.startsAt(),
                mode.endsAt(),
                mode.comment(),
                mode.createdBy(),
                entry.updatedAt());
    }
}
