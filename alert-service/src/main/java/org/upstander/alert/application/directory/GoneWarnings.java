package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.PolicyLint;

/**
 * Methods of a contact that are used no more, and that none of them reaches anybody, for whoever
 * relies on the contact.
 */
final class GoneWarnings {

    private GoneWarnings() {}

    /**
     * @param id of a contact, or null
     * @param pointer where the contact is named
     */
    static Uni<List<Violation>> of(DirectoryStore<Contact> contacts, String id, String pointer) {
        if (id == null) {
            return Uni.createFrom().item(List.of());
        }
        return contacts.find(id)
                .map(
                        found ->
                                found.map(Stored::value)
                                        .map(contact -> of(contact, pointer))
                                        .orElse(List.of()));
    }

    private static List<Violation> of(Contact contact, String pointer) {
        List<ContactMethod> verified =
                contact.methods().stream().filter(ContactMethod::verified).toList();
        boolean onlyBeside =
                !verified.isEmpty()
                        && verified.stream().noneMatch(method -> method.channel().reaches());
        return Stream.concat(
                        contact.disabledMethods().stream()
                                .map(method -> PolicyLint.disabled(contact.displayName(), method)),
                        onlyBeside
                                ? Stream.of(PolicyLint.onlyBeside(contact.displayName()))
                                : Stream.empty())
                .map(detail -> new Violation(pointer, detail))
                .toList();
    }
}
