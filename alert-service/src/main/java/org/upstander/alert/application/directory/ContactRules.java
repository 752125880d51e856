package org.upstander.alert.application.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.PolicyLint;

/** What a contact must look like to be kept. */
@ApplicationScoped
class ContactRules {

    private static final int MAX_METHODS = 20;
    private static final int MAX_ADDRESS = 2_000;

    private final ServedChannels served;

    ContactRules(ServedChannels served) {
        this.served = served;
    }

    /**
     * @param known as kept so far
     * @return the contact; worth nothing unless {@code checks} is fine
     */
    Contact check(ContactDraft draft, Optional<Contact> known, Checks checks) {
        checks.id("/id", draft.id());
        checks.optionalId("/staffId", draft.staffId());
        List<ContactDraft.Method> given = checks.list("/methods", draft.methods(), MAX_METHODS);
        if (given.isEmpty()) {
            checks.add("/methods", "at least one method is required, else nobody can be reached");
        }
        List<ContactMethod> methods = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            method(given.get(i), draft.id(), known, "/methods/" + i, checks)
                    .ifPresent(methods::add);
        }
        return new Contact(
                draft.id(),
                checks.text("/displayName", draft.displayName()),
                methods,
                checks.zone("/timeZone", draft.timeZone()),
                draft.staffId(),
                QuietHoursRules.check(draft.quietHours(), checks),
                CallRuleChecks.check(draft.rules(), given.size(), checks),
                LanguageChecks.optional("/language", draft.language(), checks));
    }

    /** What would keep a page from this contact. */
    List<Violation> warnings(Contact contact) {
        List<ContactMethod> verified =
                contact.methods().stream().filter(ContactMethod::verified).toList();
        if (verified.stream().anyMatch(method -> method.channel().reaches())) {
            return CallRuleChecks.warnings(contact);
        }
        return List.of(
                !verified.isEmpty()
                        ? new Violation("/methods", PolicyLint.onlyBeside(contact.displayName()))
                        : new Violation(
                                "/methods",
                                "no method is verified, so this contact is never paged; confirm one by :send-code and :verify, or send \"verified\": true once it is known to work"));
    }

    private Optional<ContactMethod> method(
            ContactDraft.Method method,
            String contactId,
            Optional<Contact> known,
            String at,
            Checks checks) {
        if (method == null) {
            checks.add(at, "must be an object with channel and address");
            return Optional.empty();
        }
        Optional<Channel> channel = Channel.of(method.channel()).filter(served::serves);
        if (channel.isEmpty()) {
            checks.add(at + "/channel", "is not served here; use one of " + served.names());
            return Optional.empty();
        }
        String address =
                channel.get() == Channel.INBOX
                        ? inbox(method.address(), contactId, at + "/address", checks)
                        : method.address();
        address(channel.get(), address, at + "/address", checks);
        return Optional.of(
                new ContactMethod(
                        channel.get(),
                        address,
                        method.verified() == null
                                ? wasVerified(channel.get(), address, known)
                                : method.verified()));
    }

    /** Everybody has one inbox, and it is under their own id. */
    private static String inbox(String address, String contactId, String at, Checks checks) {
        if (address != null && !address.isBlank() && !address.equals(contactId)) {
            checks.add(at, "must be the contact's own id; leave it out");
        }
        return contactId;
    }

    /** What was proved of an address stays proved until it is withdrawn; of another it is not. */
    private static boolean wasVerified(Channel channel, String address, Optional<Contact> known) {
        return known.map(Contact::methods).orElse(List.of()).stream()
                .anyMatch(
                        method ->
                                method.verified()
                                        && method.channel() == channel
                                        && method.address().equals(address));
    }

    private void address(Channel channel, String address, String at, Checks checks) {
        if (channel.byMail()) {
            checks.email(at, address);
        } else if (address == null || address.isBlank() || address.length() > MAX_ADDRESS) {
            checks.add(at, "is required, with at most %d characters".formatted(MAX_ADDRESS));
        } else if (channel == Channel.WEBHOOK && !webAddress(address)) {
            checks.add(
                    at, "must be an http or https URL with a host, without user name or fragment");
        } else {
            served.refusal(channel, address).ifPresent(refusal -> checks.add(at, refusal));
        }
    }

    private static boolean webAddress(String address) {
        try {
            URI uri = new URI(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
