package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.alert.application.directory.StaffDraft;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.application.directory.Violation;
import org.upstander.alert.domain.IdentifierKind;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.StaffProfile;

/** A member of staff as JSON, both ways: what a GET shows may be PUT again. */
@Schema(name = "Staff")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(
        value = {"updatedAt", "warnings"},
        allowGetters = true)
record StaffBody(
        @Schema(description = "Optional in a PUT; must be the id of the path.") String id,
        @Schema(required = true, description = "As shown to colleagues, 1 to 200 characters.")
                String displayName,
        @Schema(description = "Full names, first names, surnames, nicknames; at most 50.")
                List<String> names,
        @Schema(description = "Public accounts; platform is the source of the posts. At most 50.")
                List<Handle> handles,
        @Schema(description = "How members call the role; at most 50.") List<String> roleTitles,
        String pronouns,
        @Schema(description = "IANA name; UTC where left out.") String timeZone,
        @Schema(description = "Mon-Fri 09:00-17:30, several by comma and space.")
                String workingHours,
        @Schema(
                        description =
                                "Juniors: the bar is lower, one severity less calls, and a senior is called as well.")
                Boolean junior,
        @Schema(
                        minimum = "0.05",
                        maximum = "0.95",
                        description =
                                "Their own bar: least probability of an attack that pages. Left out: the bar of all staff, or of juniors.")
                Double attackThreshold,
        @Schema(
                        description =
                                "What nobody may publish. Values are hashed and never shown; left out: kept as it is; [] protects nothing any more.")
                @JsonProperty("protected")
                List<Protected> protectedItems,
        Escalation escalation,
        @Schema(
                        description =
                                "Opt-in: where the neutral notice about an own incident goes. Left out: nowhere.")
                Notice notice,
        @Schema(
                        description =
                                "Of what is said to them, BCP 47: en or de; de-AT is de, what is not known is en. Left out: the language of the installation.")
                String language,
        @Schema(type = SchemaType.STRING, format = "date-time", readOnly = true) Instant updatedAt,
        @Schema(readOnly = true, description = "What would keep a page from arriving.")
                List<Violation> warnings) {

    @Schema(name = "Handle")
    record Handle(String platform, String handle) {}

    @Schema(name = "Protected")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Protected(
            @Schema(description = "phone, email, street, handle or name.") String kind,
            @Schema(writeOnly = true) String value,
            @Schema(
                            readOnly = true,
                            description =
                                    "How many are protected; sent back without value, they stay.")
                    Integer count) {}

    @Schema(name = "Escalation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Escalation(
            @Schema(description = "Who looks after them.") String contactId,
            @Schema(description = "Left out: the policy 'default'.") String policyId,
            @Schema(
                            description =
                                    "Who is called as well while they are a junior. Left out: the policy's last resort.")
                    String seniorContactId) {}

    @Schema(name = "Notice")
    record Notice(@Schema(description = "email") String channel, String address) {}

    StaffDraft draft(String withId) {
        return new StaffDraft(
                withId,
                displayName,
                names,
                map(handles, h -> new StaffDraft.Handle(h.platform(), h.handle())),
                roleTitles,
                pronouns,
                timeZone,
                workingHours,
                junior,
                attackThreshold,
                map(protectedItems, p -> new StaffDraft.ProtectedItem(p.kind(), p.value())),
                escalation == null ? null : escalation.contactId(),
                escalation == null ? null : escalation.policyId(),
                escalation == null ? null : escalation.seniorContactId(),
                notice == null ? null : new StaffDraft.Notice(notice.channel(), notice.address()),
                language);
    }

    static StaffBody of(Stored<StaffProfile> entry, List<Violation> warnings) {
        StaffMember member = entry.value().member();
        return new StaffBody(
                member.id(),
                member.displayName(),
                member.names(),
                map(member.handles(), h -> new Handle(h.platform(), h.handle())),
                member.roleTitles(),
                member.pronouns(),
                member.timeZone().getId(),
                member.workingHours(),
                member.junior(),
                member.attackThreshold(),
                counts(entry.value()),
                escalation(member),
                member.notice() == null
                        ? null
                        : new Notice(
                                member.notice().channel().wireName(), member.notice().address()),
                member.language(),
                entry.updatedAt(),
                warnings);
    }

    private static Escalation escalation(StaffMember member) {
        StaffMember.Escalation kept = member.escalation();
        return new Escalation(kept.contactId(), kept.policyId(), kept.seniorContactId());
    }

    private static List<Protected> counts(StaffProfile profile) {
        return Arrays.stream(IdentifierKind.values())
                .map(
                        kind ->
                                new Protected(
                                        kind.wireName(),
                                        null,
                                        (int)
                                                profile.protectedHashes().stream()
                                                        .filter(hash -> hash.kind() == kind)
                                                        .count()))
                .filter(item -> item.count() > 0)
                .toList();
    }

    private static <A, B> List<B> map(List<A> items, java.util.function.Function<A, B> to) {
        return items == null
                ? null
                : items.stream().map(item -> Objects.isNull(item) ? null : to.apply(item)).toList();
    }
}
