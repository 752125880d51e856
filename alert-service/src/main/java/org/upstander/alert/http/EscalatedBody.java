package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.alert.application.Escalation;
import org.upstander.alert.application.Transition;
import org.upstander.alert.application.reading.IncidentView;

/** An incident that somebody escalated, and what came of it, all fields side by side. */
@Schema(name = "EscalatedIncident", allOf = IncidentView.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record EscalatedBody(
        @JsonUnwrapped @Schema(hidden = true) IncidentView incident, Outcome escalation) {

    @Schema(name = "Escalation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            @Schema(
                            description =
                                    "paged; held by a silence; waiting for something else; nobody, where nobody could be called.")
                    String outcome,
            @Schema(description = "Who is called now, and how.") List<Call> called,
            @Schema(
                            type = SchemaType.STRING,
                            format = "date-time",
                            description =
                                    "Of held and waiting: when it goes on by itself, where anybody knows.")
                    Instant until,
            @Schema(description = "A sentence that says why.") String reason) {}

    @Schema(name = "EscalationCall")
    record Call(String contactId, String channel) {}

    static EscalatedBody of(IncidentView incident, Transition done) {
        return new EscalatedBody(
                incident,
                done instanceof Transition.Escalated escalated
                        ? view(escalated.escalation())
                        : null);
    }

    private static Outcome view(Escalation escalation) {
        return new Outcome(
                escalation.outcome().wireName(),
                escalation.called().stream()
                        .map(one -> new Call(one.contactId(), one.channel().wireName()))
                        .toList(),
                escalation.until(),
                escalation.reason());
    }
}
