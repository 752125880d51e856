package org.upstander.alert.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who is called when a member of staff is attacked.
 *
 * @param id the operator's id
 * @param displayName as shown to colleagues
 * @param methods in the order in which they are tried
 * @param timeZone where they live
 * @param staffId the member of staff that this contact is, or null. A contact who is the target or
 *     an author of the attack gets no alert about it
 * @param quietHours when others are called rather than they, or null
 * @param rules by which methods they are called, by severity; where none holds, by the first, and
 *     the next when it fails
 * @param language of what is said to them, BCP 47, or null for that of the installation
 */
public record Contact(
        String id,
        String displayName,
        List<ContactMethod> methods,
        ZoneId timeZone,
        String staffId,
        QuietHours quietHours,
        List<ContactRule> rules,
        String language) {

    public Contact {
        methods = List.copyOf(methods);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /** Somebody without rules. */
    public Contact(
            String id,
            String displayName,
            List<ContactMethod> methods,
            ZoneId timeZone,
            String staffId,
            QuietHours quietHours) {
        this(id, displayName, methods, timeZone, staffId, quietHours, List.of(), null);
    }

    /** Id of the member of staff that this contact is, as far as anybody knows. */
    public String person() {
        return staffId == null ? id : staffId;
    }

    /** Whether the contact is this member of staff. */
    public boolean belongsTo(StaffMember member) {
        return id.equals(member.id()) || member.id().equals(staffId);
    }

    /** Those that are used no more. */
    public List<ContactMethod> disabledMethods() {
        return methods.stream().filter(method -> method.disabled() != null).toList();
    }

    /** Somebody without quiet hours. */
    public Contact(
            String id,
            String displayName,
            List<ContactMethod> methods,
            ZoneId timeZone,
            String staffId) {
        this(id, displayName, methods, timeZone, staffId, null);
    }

    /**
     * The same, where this address is not used any more. A method that is disabled already stays as
     * it is.
     *
     * @param reason for people
     */
    public Contact disabled(Channel channel, String address, String reason, Instant at) {
        ContactMethod.Disabled disabled = new ContactMethod.Disabled(reason, at);
        List<ContactMethod> changed =
                methods.stream()
                        .map(
                                method ->
                                        method.channel() == channel
                                                        && method.address().equals(address)
                                                        && method.disabled() == null
                                                ? new ContactMethod(
                                                        channel,
                                                        address,
                                                        method.verified(),
                                                        disabled)
                                                : method)
                        .toList();
        return withMethods(changed);
    }

    /** The same, with the method at this place, from 0, known to reach them, and in use again. */
    public Contact verified(int place) {
        List<ContactMethod> changed = new ArrayList<>(methods);
        ContactMethod method = changed.get(place);
        changed.set(place, new ContactMethod(method.channel(), method.address(), true));
        return withMethods(changed);
    }

    private Contact withMethods(List<ContactMethod> changed) {
        return new Contact(
                id, displayName, changed, timeZone, staffId, quietHours, rules, language);
    }
}
