package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.alert.application.directory.MaintenanceDraft;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.application.directory.Violation;
import org.upstander.alert.domain.Maintenance;

/** A maintenance window as JSON, both ways. */
@Schema(name = "Maintenance")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(
        value = {"createdBy", "updatedAt"},
        allowGetters = true)
record MaintenanceBody(
        @Schema(description = "Optional in a PUT; must be the id of the path.") String id,
        @Schema(description = "Which incidents; all where left out.") Matchers matchers,
        @Schema(
                        description =
                                "2 to 4, 3 where left out: incidents of this severity and above page all the same, threats and doxxing always.")
                Integer pageFromSeverity,
        @Schema(required = true, type = SchemaType.STRING, format = "date-time") Instant startsAt,
        @Schema(
                        required = true,
                        type = SchemaType.STRING,
                        format = "date-time",
                        description = "At most 30 days after startsAt.")
                Instant endsAt,
        @Schema(required = true, description = "Why, for colleagues; up to 200 characters.")
                String comment,
        @Schema(readOnly = true, description = "Who put it.") String createdBy,
        @Schema(type = SchemaType.STRING, format = "date-time", readOnly = true)
                Instant updatedAt) {

    @Schema(
            name = "MaintenanceMatchers",
            description =
                    "All that are given must hold. A list holds when everything of the incident is in it. Up to 100 items each.")
    record Matchers(
            @Schema(description = "Ids of attacked members of staff.") List<String> staff,
            @Schema(description = "Ids or handles.") List<String> authors,
            List<String> sources,
            List<String> categories) {}

    MaintenanceDraft draft(String withId, String caller) {
        return new MaintenanceDraft(
                withId,
                matchers == null
                        ? null
                        : new MaintenanceDraft.Matchers(
                                matchers.staff(),
                                matchers.authors(),
                                matchers.sources(),
                                matchers.categories()),
                pageFromSeverity,
                startsAt,
                endsAt,
                comment,
                caller);
    }

    static MaintenanceBody of(Stored<Maintenance> entry, List<Violation> warnings) {
        Maintenance window = entry.value();
        return new MaintenanceBody(
                window.id(),
                new Matchers(
                        window.matchers().staff(),
                        window.matchers().authors(),
                        window.matchers().sources(),
                        window.matchers().categories()),
                window.matchers().severityUpTo() + 1,
                window.startsAt(),
                window.endsAt(),
                window.comment(),
                window.createdBy(),
                entry.updatedAt());
    }
}
