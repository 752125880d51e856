package org.upstander.alert.domain;

import java.time.ZoneId;
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
 */
public record Contact(
        String id,
        String displayName,
        List<ContactMethod> methods,
        ZoneId timeZone,
        String staffId) {

    public Contact {
        methods = List.copyOf(methods);
    }

    /** Whether the contact is this member of staff. */
    public boolean belongsTo(StaffMember member) {
        return id.equals(member.id()) || member.id().equals(staffId);
    }
}
