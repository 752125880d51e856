package org.upstander.alert.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The method by which a contact is called.
 *
 * @param place among the contact's methods, from 0
 * @param method that one
 */
public record MethodChoice(int place, ContactMethod method) {

    /**
     * The contact's first usable method from a place on that may reach them: verified, not
     * disabled, on a channel that works here, and not the target's own address.
     *
     * @param from place among the methods, from 0
     * @param target who is attacked
     * @param served channels that work here
     */
    public static Optional<MethodChoice> next(
            Contact contact, int from, StaffMember target, Set<Channel> served) {
        List<ContactMethod> methods = contact.methods();
        for (int place = from; place < methods.size(); place++) {
            ContactMethod method = methods.get(place);
            if (method.channel().reaches() && isUsable(method, target, served)) {
                return Optional.of(new MethodChoice(place, method));
            }
        }
        return Optional.empty();
    }

    /** The contact's method at a place, as far as it can be used, see {@link #next}. */
    static Optional<MethodChoice> at(
            Contact contact, int place, StaffMember target, Set<Channel> served) {
        return place < contact.methods().size()
                        && contact.methods().get(place).channel().reaches()
                        && isUsable(contact.methods().get(place), target, served)
                ? Optional.of(new MethodChoice(place, contact.methods().get(place)))
                : Optional.empty();
    }

    /** All usable methods that are told beside the one that may reach them, see {@link #next}. */
    public static List<MethodChoice> beside(
            Contact contact, StaffMember target, Set<Channel> served) {
        List<ContactMethod> methods = contact.methods();
        return IntStream.range(0, methods.size())
                .mapToObj(place -> new MethodChoice(place, methods.get(place)))
                .filter(choice -> !choice.method().channel().reaches())
                .filter(choice -> isUsable(choice.method(), target, served))
                .toList();
    }

    /** Where the contact is told what nobody is called for: by mail, else in the first chat. */
    public static Optional<ContactMethod> quiet(Contact contact, Set<Channel> served) {
        return quiet(contact, method -> method.pages() && served.contains(method.channel()));
    }

    /** The same of what is about somebody; not at their own address. */
    public static Optional<ContactMethod> quiet(
            Contact contact, StaffMember target, Set<Channel> served) {
        return quiet(contact, method -> isUsable(method, target, served));
    }

    private static Optional<ContactMethod> quiet(
            Contact contact, Predicate<ContactMethod> isUsable) {
        List<ContactMethod> usable =
                contact.methods().stream()
                        .filter(method -> method.channel().quiet())
                        .filter(isUsable)
                        .toList();
        return usable.stream()
                .filter(method -> method.channel().byMail())
                .findFirst()
                .or(() -> usable.stream().findFirst());
    }

    /** Whether the contact may still be called there, see {@link #next}. */
    public static boolean holds(
            Contact contact,
            Channel channel,
            String address,
            StaffMember target,
            Set<Channel> served) {
        return contact.methods().stream()
                .filter(method -> method.channel() == channel && method.address().equals(address))
                .anyMatch(method -> isUsable(method, target, served));
    }

    private static boolean isUsable(ContactMethod method, StaffMember target, Set<Channel> served) {
        return method.pages()
                && served.contains(method.channel())
                && !sameAddress(method, target.notice());
    }

    private static boolean sameAddress(ContactMethod method, ContactMethod own) {
        return own != null
                && (method.channel() == own.channel()
                        || method.channel().byMail() && own.channel().byMail())
                && folded(method.address()).equals(folded(own.address()));
    }

    private static String folded(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
