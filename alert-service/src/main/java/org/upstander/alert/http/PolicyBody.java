package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.alert.application.directory.PolicyDraft;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.application.directory.Violation;
import org.upstander.alert.domain.EscalationPolicy;

/** An escalation policy as JSON, both ways. */
@Schema(name = "Policy")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(
        value = {"updatedAt", "warnings"},
        allowGetters = true)
record PolicyBody(
        @Schema(description = "Optional in a PUT; must be the id of the path.") String id,
        @Schema(required = true) String displayName,
        @Schema(required = true, description = "1 to 20, one after the other.") List<Step> steps,
        @Schema(description = "Further rounds after the first, 0 to 9.") Integer repeat,
        @Schema(description = "Wait after a round, 60 to 604800; 900 where left out.")
                Long roundPauseSeconds,
        LastResort lastResort,
        @Schema(type = SchemaType.STRING, format = "date-time", readOnly = true) Instant updatedAt,
        @Schema(readOnly = true, description = "What would keep a page from arriving.")
                List<Violation> warnings) {

    @Schema(name = "Step")
    record Step(
            @Schema(description = "Wait since the step before, 0 to 604800.") Long afterSeconds,
            @Schema(required = true, description = "1 to 20, all at once.") List<Target> targets) {}

    @Schema(name = "Target", description = "One of staffContact, contactId and scheduleId.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Target(
            @Schema(description = "true: the contact of the attacked member of staff.")
                    Boolean staffContact,
            String contactId,
            @Schema(description = "Whoever is on call when the page fires.") String scheduleId) {}

    @Schema(name = "LastResort")
    record LastResort(String contactId) {}

    PolicyDraft draft(String withId) {
        List<PolicyDraft.Step> drafts = new ArrayList<>();
        for (Step step : steps == null ? List.<Step>of() : steps) {
            drafts.add(step == null ? null : draft(step));
        }
        return new PolicyDraft(
                withId,
                displayName,
                drafts,
                repeat,
                roundPauseSeconds,
                lastResort == null ? null : lastResort.contactId());
    }

    private static PolicyDraft.Step draft(Step step) {
        List<PolicyDraft.Target> drafts = new ArrayList<>();
        for (Target t : step.targets() == null ? List.<Target>of() : step.targets()) {
            drafts.add(
                    t == null
                            ? null
                            : new PolicyDraft.Target(
                                    t.staffContact(), t.contactId(), t.scheduleId()));
        }
        return new PolicyDraft.Step(step.afterSeconds(), drafts);
    }

    static PolicyBody of(Stored<EscalationPolicy> entry, List<Violation> warnings) {
        EscalationPolicy policy = entry.value();
        return new PolicyBody(
                policy.id(),
                policy.displayName(),
                policy.steps().stream()
                        .map(
                                step ->
                                        new Step(
                                                step.after().toSeconds(),
                                                step.targets().stream()
                                                        .map(PolicyBody::view)
                                                        .toList()))
                        .toList(),
                policy.repeat(),
                policy.roundPause().toSeconds(),
                policy.lastResortContactId() == null
                        ? null
                        : new LastResort(policy.lastResortContactId()),
                entry.updatedAt(),
                warnings);
    }

    private static Target view(EscalationPolicy.Target target) {
        if (target instanceof EscalationPolicy.Target.OnCall onCall) {
            return new Target(null, null, onCall.scheduleId());
        }
        return target instanceof EscalationPolicy.Target.NamedContact named
                ? new Target(null, named.contactId(), null)
                : new Target(true, null, null);
    }
}
