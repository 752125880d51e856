package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.alert.application.directory.ContactDraft;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.application.directory.Violation;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.QuietHours;

/** A contact as JSON, both ways. */
@Schema(name = "Contact")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(
        value = {"updatedAt", "warnings"},
        allowGetters = true)
record ContactBody(
        @Schema(description = "Optional in a PUT; must be the id of the path.") String id,
        @Schema(required = true) String displayName,
        @Schema(required = true, description = "1 to 20, tried in this order.")
                List<Method> methods,
        @Schema(description = "IANA name; UTC where left out.") String timeZone,
        @Schema(
                        description =
                                "The member of staff that this contact is, if any: they get no alert about themselves.")
                String staffId,
        @Schema(
                        description =
                                "When others of the same step are called rather than they; where nobody else is, they are called all the same.")
                Quiet quietHours,
        @Schema(
                        description =
                                "By which methods they are called, by severity; of those that hold, the one with the highest. Where none holds: by the first method, and by the next when it fails.")
                List<CallRule> rules,
        @Schema(
                        description =
                                "Of what is said to them, BCP 47: en or de; de-AT is de, what is not known is en. Left out: the language of the installation.")
                String language,
        @Schema(type = SchemaType.STRING, format = "date-time", readOnly = true) Instant updatedAt,
        @Schema(readOnly = true, description = "What would keep a page from arriving.")
                List<Violation> warnings) {

    @Schema(name = "Method")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(value = "disabled", allowGetters = true)
    record Method(
            @Schema(
                            required = true,
                            description =
                                    "email, webhook, slack, teams, discord, mattermost, ntfy, alertmanager, goalert, pagerduty, opsgenie, sms, voice, webpush, inbox or digest.")
                    String channel,
            @Schema(
                            required = true,
                            description =
                                    "A mail address, a URL, a key, a number or a subscription, see the README; for inbox it may be left out.")
                    String address,
            @Schema(
                            description =
                                    "Only verified methods are used. Left out, an address that was verified stays so, and another one is not.")
                    Boolean verified,
            @Schema(
                            readOnly = true,
                            description =
                                    "Set when the other side said that it is gone: used no more until the contact is PUT or the method verified anew.")
                    Disabled disabled) {

        static Method of(ContactMethod method) {
            return new Method(
                    method.channel().wireName(),
                    method.address(),
                    method.verified(),
                    method.disabled() == null
                            ? null
                            : new Disabled(method.disabled().reason(), method.disabled().at()));
        }
    }

    @Schema(name = "DisabledMethod")
    record Disabled(
            @Schema(description = "For people.") String reason,
            @Schema(type = SchemaType.STRING, format = "date-time") Instant at) {}

    @Schema(name = "QuietHours")
    record Quiet(
            @Schema(required = true, description = "In the contact's time zone.") String from,
            @Schema(required = true, description = "Before from where they go over midnight.")
                    String to,
            @Schema(description = "On which they begin, such as monday; all where left out.")
                    List<String> days,
            @Schema(required = true, description = "1 to 4: from here on they do not hold.")
                    Integer overrideFromSeverity) {

        static Quiet of(QuietHours hours) {
            return hours == null
                    ? null
                    : new Quiet(
                            hours.from().toString(),
                            hours.to().toString(),
                            hours.days().stream()
                                    .sorted()
                                    .map(day -> day.name().toLowerCase(Locale.ROOT))
                                    .toList(),
                            hours.overrideFromSeverity());
        }

        ContactDraft.Quiet draft() {
            return new ContactDraft.Quiet(from, to, days, overrideFromSeverity);
        }
    }

    ContactDraft draft(String withId) {
        List<ContactDraft.Method> drafts = new ArrayList<>();
        for (Method m : methods == null ? List.<Method>of() : methods) {
            drafts.add(
                    m == null
                            ? null
                            : new ContactDraft.Method(m.channel(), m.address(), m.verified()));
        }
        return new ContactDraft(
                withId,
                displayName,
                drafts,
                timeZone,
                staffId,
                quietHours == null ? null : quietHours.draft(),
                CallRule.drafts(rules),
                language);
    }

    static ContactBody of(Stored<Contact> entry, List<Violation> warnings) {
        Contact contact = entry.value();
        return new ContactBody(
                contact.id(),
                contact.displayName(),
                contact.methods().stream().map(m -> Method.of(m)).toList(),
                contact.timeZone().getId(),
                contact.staffId(),
                Quiet.of(contact.quietHours()),
                CallRule.of(contact.rules()),
                contact.language(),
                entry.updatedAt(),
                warnings);
    }
}
