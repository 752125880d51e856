package org.upstander.alert.application.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.IdentifierKind;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.StaffProfile;

/** What a member of staff must look like to be kept. Every instance of scoring holds them all. */
@ApplicationScoped
class StaffRules {

    private static final int MAX_LIST = 50;
    private static final int MAX_PROTECTED = 200;

    /** Beyond these every mention of the person would page, or none. */
    private static final double LEAST_THRESHOLD = 0.05;

    private static final double GREATEST_THRESHOLD = 0.95;

    private static final String DAY = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final String SPAN = DAY + "(-" + DAY + ")? " + TIME + "-" + TIME;
    private static final Pattern HOURS = Pattern.compile(SPAN + "(, " + SPAN + "){0,13}");

    private final IdentifierHasher hasher;

    StaffRules(IdentifierHasher hasher) {
        this.hasher = hasher;
    }

    /**
     * Checks a draft.
     *
     * @param draft as handed in
     * @param known the hashes kept so far
     * @param checks takes what is wrong
     * @return the profile; worth nothing unless {@code checks} is fine
     */
    StaffProfile check(StaffDraft draft, List<StaffProfile.ProtectedHash> known, Checks checks) {
        checks.id("/id", draft.id());
        checks.optionalId("/escalation/contactId", draft.contactId());
        checks.optionalId("/escalation/policyId", draft.policyId());
        checks.optionalId("/escalation/seniorContactId", draft.seniorContactId());
        StaffMember member =
                new StaffMember(
                        draft.id(),
                        checks.text("/displayName", draft.displayName()),
                        checks.texts("/names", draft.names(), MAX_LIST),
                        handles(draft, checks),
                        checks.texts("/roleTitles", draft.roleTitles(), MAX_LIST),
                        checks.optionalText("/pronouns", draft.pronouns()),
                        checks.zone("/timeZone", draft.timeZone()),
                        hours(draft, checks),
                        Boolean.TRUE.equals(draft.junior()),
                        checks.optionalProbability(
                                "/attackThreshold",
                                draft.attackThreshold(),
                                LEAST_THRESHOLD,
                                GREATEST_THRESHOLD),
                        new StaffMember.Escalation(
                                draft.contactId(), draft.policyId(), draft.seniorContactId()),
                        notice(draft, checks),
                        LanguageChecks.optional("/language", draft.language(), checks));
        return new StaffProfile(member, protectedHashes(draft, known, checks));
    }

    private static List<StaffMember.Handle> handles(StaffDraft draft, Checks checks) {
        List<StaffDraft.Handle> given = checks.list("/handles", draft.handles(), MAX_LIST);
        List<StaffMember.Handle> out = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String at = "/handles/" + i;
            StaffDraft.Handle handle = given.get(i);
            if (handle == null) {
                checks.add(at, "must be an object with platform and handle");
                continue;
            }
            String name = checks.text(at + "/handle", handle.handle());
            out.add(
                    new StaffMember.Handle(
                            checks.text(at + "/platform", handle.platform()),
                            name.startsWith("@") ? name.substring(1) : name));
        }
        return out.stream().distinct().toList();
    }

    private static String hours(StaffDraft draft, Checks checks) {
        String hours = checks.optionalText("/workingHours", draft.workingHours());
        if (hours == null) {
            return null;
        }
        if (!HOURS.matcher(hours).matches()) {
            checks.add(
                    "/workingHours",
                    "must read like 'Mon-Fri 09:00-17:30' or 'Mon-Thu 09:00-17:30, Sat 10:00-14:00'");
        }
        if (draft.timeZone() == null && HOURS.matcher(hours).matches()) {
            checks.add("/timeZone", "is required with workingHours; use an IANA name");
        }
        return hours;
    }

    private List<StaffProfile.ProtectedHash> protectedHashes(
            StaffDraft draft, List<StaffProfile.ProtectedHash> known, Checks checks) {
        if (draft.protectedItems() == null) {
            return known;
        }
        List<StaffDraft.ProtectedItem> given =
                checks.list("/protected", draft.protectedItems(), MAX_PROTECTED);
        Set<StaffProfile.ProtectedHash> out = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            StaffDraft.ProtectedItem item = given.get(i);
            String at = "/protected/" + i;
            Optional<IdentifierKind> kind = IdentifierKind.of(item == null ? null : item.kind());
            if (kind.isEmpty()) {
                checks.add(at + "/kind", "must be one of " + IdentifierKind.names());
            } else if (item.value() == null) {
                known.stream().filter(hash -> hash.kind() == kind.get()).forEach(out::add);
            } else {
                hash(kind.get(), item.value(), at, checks).ifPresent(out::add);
            }
        }
        return List.copyOf(out);
    }

    private Optional<StaffProfile.ProtectedHash> hash(
            IdentifierKind kind, String value, String at, Checks checks) {
        Optional<String> normal =
                value.length() > 1_000 ? Optional.empty() : kind.normalForm(value);
        if (normal.isEmpty()) {
            checks.add(
                    at + "/value",
                    "a %s to protect must hold %s".formatted(kind.wireName(), kind.limits()));
        }
        return normal.map(form -> new StaffProfile.ProtectedHash(kind, hasher.hash(kind, form)));
    }

    private static ContactMethod notice(StaffDraft draft, Checks checks) {
        StaffDraft.Notice notice = draft.notice();
        if (notice == null) {
            return null;
        }
        if (!Channel.EMAIL.wireName().equals(notice.channel())) {
            checks.add("/notice/channel", "must be email: the notice goes by mail only");
        }
        checks.email("/notice/address", notice.address());
        return new ContactMethod(Channel.EMAIL, notice.address(), true);
    }
}
