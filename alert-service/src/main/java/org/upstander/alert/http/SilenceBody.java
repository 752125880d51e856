package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.alert.application.directory.SilenceDraft;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.application.directory.Violation;
import org.upstander.alert.domain.Silence;

/** A silence as JSON, both ways. */
@Schema(name = "Silence")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(
        value = {"createdBy", "updatedAt"},
        allowGetters = true)
record SilenceBody(
        @Schema(description = "Optional in a PUT; must be the id of the path.") String id,
        @Schema(required = true) Matchers matchers,
        @Schema(required = true, type = SchemaType.STRING, format = "date-time") Instant startsAt,
        @Schema(
                        required = true,
                        type = SchemaType.STRING,
                        format = "date-time",
                        description = "At most 30 days after startsAt.")
                Instant endsAt,
        @Schema(required = true, description = "Why, for colleagues; up to 200 characters.")
                String comment,
        @Schema(description = "true: severity 4, threats and doxxing are silenced, too.")
                Boolean includeThreats,
        @Schema(description = "Why threats as well; required with includeThreats.")
                String threatsReason,
        @Schema(readOnly = true, description = "Who put it.") String createdBy,
        @Schema(type = SchemaType.STRING, format = "date-time", readOnly = true)
                Instant updatedAt) {

    @Schema(
            name = "SilenceMatchers",
            description =
                    "All that are given must hold; of staff, authors and sources at least one is. A list holds when everything of the incident is in it. Up to 100 items each.")
    record Matchers(
            @Schema(description = "Ids of attacked members of staff.") List<String> staff,
            @Schema(description = "Ids or handles.") List<String> authors,
            List<String> sources,
            List<String> categories,
            @Schema(description = "1 to 4; 4 where left out.") Integer severityUpTo) {}

    SilenceDraft draft(String withId, String caller) {
        return new SilenceDraft(
                withId,
                matchers == null
                        ? null
                        : new SilenceDraft.Matchers(
                                matchers.staff(),
                                matchers.authors(),
                                matchers.sources(),
                                matchers.categories(),
                                matchers.severityUpTo()),
                startsAt,
                endsAt,
                comment,
                includeThreats,
                threatsReason,
                caller);
    }

    static SilenceBody of(Stored<Silence> entry, List<Violation> warnings) {
        Silence silence = entry.value();
        Silence.Matchers matchers = silence.matchers();
        return new SilenceBody(
                silence.id(),
                new Matchers(
                        matchers.staff(),
                        matchers.authors(),
                        matchers.sources(),
                        matchers.categories(),
                        matchers.severityUpTo()),
                silence.startsAt(),
                silence.endsAt(),
                silence.comment(),
                silence.threats().included(),
                silence.threats().reason(),
                silence.createdBy(),
                entry.updatedAt());
    }
}
