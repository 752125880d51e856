package org.upstander.alert.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.domain.schedule.Schedule;

/**
 * What is known of the people whom policies name.
 *
 * @param contacts by id
 * @param schedules by id
 * @param served channels that work here
 */
public record Reachable(
        Map<String, Contact> contacts, Map<String, Schedule> schedules, Set<Channel> served) {

    public Reachable {
        contacts = Map.copyOf(contacts);
        schedules = Map.copyOf(schedules);
        served = Set.copyOf(served);
    }

    /** Whether a contact can be called when somebody is attacked, whoever wrote the post. */
    NotifyReason reach(String contactId, StaffMember target) {
        Contact contact = contacts.get(contactId);
        if (contact == null) {
            return NotifyReason.UNKNOWN_CONTACT;
        }
        if (contact.belongsTo(target)) {
            return NotifyReason.IS_TARGET;
        }
        if (MethodChoice.next(contact, 0, target, served).isPresent()) {
            return NotifyReason.CALLED;
        }
        return MethodChoice.beside(contact, target, served).isEmpty()
                ? NotifyReason.NO_METHOD
                : NotifyReason.ONLY_BESIDE;
    }

    /** Whether all that works here of a contact's methods reaches nobody by itself. */
    boolean onlyBeside(String contactId) {
        Contact contact = contacts.get(contactId);
        return contact != null
                && !hasMethod(contactId)
                && contact.methods().stream()
                        .anyMatch(one -> one.pages() && served.contains(one.channel()));
    }

    /** Whether a contact has any address that works here and may reach them. */
    boolean hasMethod(String contactId) {
        Contact contact = contacts.get(contactId);
        return contact != null
                && contact.methods().stream()
                        .anyMatch(
                                one ->
                                        one.pages()
                                                && one.channel().reaches()
                                                && served.contains(one.channel()));
    }

    /** The methods of a contact that were disabled. */
    List<ContactMethod> disabledOf(String contactId) {
        Contact contact = contacts.get(contactId);
        return contact == null ? List.of() : contact.disabledMethods();
    }

    String nameOf(String contactId) {
        Contact contact = contacts.get(contactId);
        return contact == null ? contactId : contact.displayName();
    }
}
