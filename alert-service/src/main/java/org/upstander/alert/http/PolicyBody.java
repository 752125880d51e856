package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        @Schema(
                        description =
                                "Who is called when nobody acknowledged. Required, unless UPSTANDER_DIRECTORY_LAST_RESORT_CONTACT names one for all policies.")
                LastResort lastResort,
        @Schema(
                        description =
                                "How long the first page waits for more below severity 3, 0 to 600; 0 where left out.")
                Long groupWaitSeconds,
        @Schema(
                        description =
                                "While attacks go on and nobody acknowledges: pause before a digest, 60 to 604800, doubled with each up to a day; none where left out.")
                Long groupIntervalSeconds,
        @Schema(
                        description =
                                "Everybody was called and nobody acknowledged: when the policy begins again, 60 to 604800; never where left out.")
                Long repeatSeconds,
        @Schema(description = "How many people have to acknowledge, 1 to 5; 1 where left out.")
                Integer acknowledgements,
        @Schema(
                        description =
                                "When an acknowledgement as seen ends and pages again, PT5M to P7D by severity, null for never; a severity that is not named goes by the next lower one. {\"3\":\"PT1H\"} where left out.")
                @JsonInclude(content = JsonInclude.Include.ALWAYS)
                Map<String, String> acknowledgeExpires,
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
                lastResort == null ? null : lastResort.contactId(),
                new PolicyDraft.Paging(
                        groupWaitSeconds,
                        groupIntervalSeconds,
                        repeatSeconds,
                        acknowledgements,
                        acknowledgeExpires));
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
                policy.paging().groupWait().toSeconds(),
                seconds(policy.paging().groupInterval()),
                seconds(policy.paging().repeat()),
                policy.paging().acknowledgements(),
                expires(policy.paging().acknowledgeExpires()),
                entry.updatedAt(),
                warnings);
    }

    private static Long seconds(Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static Map<String, String> expires(Map<Integer, Duration> bySeverity) {
        Map<String, String> shown = new TreeMap<>();
        bySeverity.forEach(
                (severity, expiry) ->
                        shown.put(severity.toString(), expiry.isZero() ? null : expiry.toString()));
        return shown;
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
