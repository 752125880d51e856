package org.upstander.alert.application.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.Contact;

/**
 * Which contacts an event of a calendar means: those whose e-mail addresses attend, or else the one
 * whose id or display name is its title. A guess would page the wrong person, so what is not plain
 * is refused.
 */
final class EventPeople {

    private final Map<String, Set<String>> byMail = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Set<String> ids = new LinkedHashSet<>();

    EventPeople(Collection<Contact> contacts) {
        for (Contact contact : contacts) {
            ids.add(contact.id());
            add(byName, contact.displayName(), contact.id());
            contact.methods().stream()
                    .filter(method -> method.channel() == Channel.EMAIL)
                    .forEach(method -> add(byMail, method.address(), contact.id()));
        }
    }

    /**
     * @param wrong told why, where nobody is found
     * @return ids; empty where nobody is found
     */
    List<String> of(CalendarEvent event, List<Violation> wrong) {
        Set<String> attending = new LinkedHashSet<>();
        boolean plain = !event.mails().isEmpty();
        for (String mail : event.mails()) {
            Set<String> owners = byMail.getOrDefault(key(mail), Set.of());
            plain &= owners.size() == 1;
            attending.addAll(owners);
        }
        if (plain) {
            return List.copyOf(attending);
        }
        if (ids.contains(event.summary().strip())) {
            return List.of(event.summary().strip());
        }
        Set<String> named = byName.getOrDefault(key(event.summary()), Set.of());
        if (named.size() != 1) {
            wrong.add(event.wrong(reason(event, named)));
            return List.of();
        }
        return new ArrayList<>(named);
    }

    private String reason(CalendarEvent event, Set<String> named) {
        if (named.size() > 1) {
            return "more than one contact has the SUMMARY for a display name; write the contact's id into SUMMARY";
        }
        for (int i = 0; i < event.mails().size(); i++) {
            int owners = byMail.getOrDefault(key(event.mails().get(i)), Set.of()).size();
            if (owners != 1) {
                return "ATTENDEE %d is the e-mail method of %s; let one contact have the address, or write a contact's id into SUMMARY"
                        .formatted(i + 1, owners == 0 ? "no contact" : "more than one contact");
            }
        }
        return "has no ATTENDEE, and SUMMARY is neither the id nor the display name of a contact; write a contact's id into SUMMARY";
    }

    private static void add(Map<String, Set<String>> map, String key, String id) {
        map.computeIfAbsent(key(key), any -> new LinkedHashSet<>()).add(id);
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
