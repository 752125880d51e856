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

    /**
     * Whether a contact can be called when somebody is attacked, whoever wrote the post.
     *
     * @param severity of the attack, 1 to 4
     */
    NotifyReason reach(String contactId, StaffMember target, int severity) {
        Contact contact = contacts.get(contactId);
        if (contact == null) {
            return NotifyReason.UNKNOWN_CONTACT;
        }
        if (contact.belongsTo(target)) {
            return NotifyReason.IS_TARGET;
        }
        return NotifyReason.by(
                CallPlan.of(contact, target.weight(severity), target, served),
                !MethodChoice.beside(contact, target, served).isEmpty());
    }

    /** The rules of a contact none of whose addresses can be used. */
    List<ContactRule> emptyRulesOf(String contactId) {
        Contact contact = contacts.get(contactId);
        return contact == null
                ? List.of()
                : contact.rules().stream()
                        .filter(
                                rule ->
                                        rule.calls().stream()
                                                .noneMatch(call -> works(contact, call.method())))
                        .toList();
    }

    private boolean works(Contact contact, int method) {
        return method < contact.methods().size()
                && contact.methods().get(method).pages()
                && contact.methods().get(method).channel().reaches()
                && served.contains(contact.methods().get(method).channel());
    }

    /** Whether anybody's way of being called depends on how bad it is. */
    boolean anyRules() {
        return contacts.values().stream().anyMatch(contact -> !contact.rules().isEmpty());
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
