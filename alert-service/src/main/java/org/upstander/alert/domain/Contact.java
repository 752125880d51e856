package org.upstander.alert.domain;

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
 */
public record Contact(
        String id,
        String displayName,
        List<ContactMethod> methods,
        ZoneId timeZone,
        String staffId,
        QuietHours quietHours) {

    public Contact {
        methods = List.copyOf(methods);
    }

    /** Id of the member of staff that this contact is, as far as anybody knows. */
    public String person() {
        return staffId == null ? id : staffId;
    }

    /** Whether the contact is this member of staff. */
    public boolean belongsTo(StaffMember member) {
        return id.equals(member.id()) || member.id().equals(staffId);
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

    /** The same, with the method at this place, from 0, known to reach them. */
    public Contact verified(int place) {
        List<ContactMethod> changed = new ArrayList<>(methods);
        ContactMethod method = changed.get(place);
        changed.set(place, new ContactMethod(method.channel(), method.address(), true));
        return new Contact(id, displayName, changed, timeZone, staffId, quietHours);
    }
}
