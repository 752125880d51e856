package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.directory.CheckOutcome.Accepted;
import org.upstander.alert.application.directory.CheckOutcome.Refused;
import org.upstander.alert.application.directory.CheckOutcome.TooMany;
import org.upstander.alert.application.directory.CheckOutcome.Unknown;
import org.upstander.alert.application.directory.CheckOutcome.Verified;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.MethodCheck;

/** Proves that the methods of a contact reach them: by a code that only they can know. */
@Singleton
public class CheckMethods {

    private final Transactions transactions;
    private final DirectoryStores stores;
    private final MethodCheckStore checks;
    private final MethodCodes codes;
    private final ContactRules rules;
    private final Clock clock;

    CheckMethods(
            Transactions transactions,
            DirectoryStores stores,
            MethodCheckStore checks,
            MethodCodes codes,
            ContactRules rules,
            Clock clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.checks = checks;
        this.codes = codes;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Sends a one-time code, also to a method that is verified.
     *
     * @param place among the methods, from 0
     */
    public Uni<CheckOutcome> sendCode(String contactId, int place) {
        return onMethod(
                contactId,
                place,
                (entry, method) -> send(contactId, MethodCheck.Kind.CODE, method));
    }

    /** Sends a test message to a verified method. */
    public Uni<CheckOutcome> test(String contactId, int place) {
        return onMethod(
                contactId,
                place,
                (entry, method) ->
                        method.verified()
                                ? send(contactId, MethodCheck.Kind.TEST, method)
                                : refused(
                                        "/methods/" + place,
                                        "is not verified; confirm it by :send-code and :verify first"));
    }

    /**
     * Verifies the method, if the code is the last one that was sent to its address.
     *
     * @param code as typed in
     */
    public Uni<CheckOutcome> verify(String contactId, int place, String code) {
        return onMethod(
                contactId,
                place,
                (entry, method) ->
                        checks.open(contactId, method, now())
                                .chain(open -> judge(entry, place, open, code)));
    }

    private Uni<CheckOutcome> judge(
            Stored<Contact> entry, int place, Optional<MethodCheckStore.Open> open, String code) {
        if (open.isEmpty() || open.get().wrong() >= MethodCheck.MOST_WRONG) {
            return refused(
                    "/code", "there is no code to this address that still counts; send a new one");
        }
        String id = open.get().id();
        if (!same(codes.of(id), code)) {
            int left = MethodCheck.MOST_WRONG - open.get().wrong() - 1;
            return checks.wrong(id)
                    .chain(() -> refused("/code", "is wrong; %d tries are left".formatted(left)));
        }
        Contact verified = entry.value().verified(place);
        Stored<Contact> kept =
                verified.equals(entry.value()) ? entry : new Stored<>(verified, now());
        return checks.used(id)
                .chain(() -> stores.contacts().save(verified.id(), kept))
                .map(done -> new Verified(kept, rules.warnings(verified)));
    }

    private Uni<CheckOutcome> send(String contactId, MethodCheck.Kind kind, ContactMethod method) {
        Instant now = now();
        Duration memory = kind.throttle().memory();
        return checks.since(contactId, kind, now.minus(memory))
                .chain(
                        sent ->
                                kind.throttle()
                                        .waitUntil(sent, now)
                                        .map(free -> tooMany(Duration.between(now, free)))
                                        .orElseGet(() -> add(contactId, kind, method, now)));
    }

    private Uni<CheckOutcome> add(
            String contactId, MethodCheck.Kind kind, ContactMethod method, Instant now) {
        MethodCheck check =
                new MethodCheck(
                        codes.newId(),
                        kind,
                        contactId,
                        method.channel(),
                        method.address(),
                        now,
                        now.plus(MethodCheck.LIFETIME));
        return checks.add(check, now.minus(kind.throttle().memory()))
                .map(done -> new Accepted(method.channel().wireName(), check.expiresAt()));
    }

    /** The contact stays locked, so that two at once cannot slip through the same limit. */
    private Uni<CheckOutcome> onMethod(
            String contactId,
            int place,
            BiFunction<Stored<Contact>, ContactMethod, Uni<CheckOutcome>> work) {
        return transactions.run(
                () ->
                        stores.contacts()
                                .lock(contactId)
                                .chain(
                                        found ->
                                                found.flatMap(entry -> at(entry, place))
                                                        .map(
                                                                method ->
                                                                        work.apply(
                                                                                found.get(),
                                                                                method))
                                                        .orElseGet(CheckMethods::unknown)));
    }

    private static Optional<ContactMethod> at(Stored<Contact> entry, int place) {
        List<ContactMethod> methods = entry.value().methods();
        return place >= 0 && place < methods.size()
                ? Optional.of(methods.get(place))
                : Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean same(String right, String given) {
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8),
                (given == null ? "" : given.strip()).getBytes(StandardCharsets.UTF_8));
    }

    private static Uni<CheckOutcome> refused(String pointer, String detail) {
        return Uni.createFrom().item(new Refused(new Violation(pointer, detail)));
    }

    private static Uni<CheckOutcome> tooMany(Duration wait) {
        return Uni.createFrom().item(new TooMany(wait));
    }

    private static Uni<CheckOutcome> unknown() {
        return Uni.createFrom().item(new Unknown());
    }
}
