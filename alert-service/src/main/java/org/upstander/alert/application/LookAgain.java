package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.NotifyReason;
import org.upstander.alert.domain.StaffMember;

/**
 * Looks again at pages that waited before they are sent: meanwhile a post of the contact may have
 * joined the incident, or the address may be theirs no more. The others were decided just now.
 */
@ApplicationScoped
class LookAgain {

    private final Transactions transactions;
    private final IncidentStore incidents;
    private final Directory directory;
    private final ChooseMethod chooseMethod;
    private final ThrottleStore throttles;
    private final AfterFailure afterFailure;

    LookAgain(
            Transactions transactions,
            IncidentStore incidents,
            Directory directory,
            ChooseMethod chooseMethod,
            ThrottleStore throttles,
            AfterFailure afterFailure) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.directory = directory;
        this.chooseMethod = chooseMethod;
        this.throttles = throttles;
        this.afterFailure = afterFailure;
    }

    /**
     * @param claim what is not sent
     * @param why a sentence for the timeline
     */
    record Stale(DeliveryStore.Claim claim, String why) {}

    /** Within the transaction of the claim; those found count as sent for no throttle. */
    Uni<List<Stale>> stale(List<DeliveryStore.Claim> claims) {
        List<DeliveryStore.Claim> waited =
                claims.stream()
                        .filter(claim -> claim.job().kind() == DeliveryStore.Kind.PAGE)
                        .filter(DeliveryStore.Claim::waited)
                        .toList();
        return waited.isEmpty()
                ? Uni.createFrom().item(List.of())
                : directory
                        .preload(waited.stream().map(claim -> claim.incident().staffId()).toList())
                        .chain(() -> look(waited))
                        .call(
                                stale ->
                                        stale.isEmpty()
                                                ? Uni.createFrom().voidItem()
                                                : throttles.notSent(ids(stale)));
    }

    private static List<String> ids(List<Stale> stale) {
        return stale.stream().map(one -> one.claim().job().id()).toList();
    }

    private Uni<List<Stale>> look(List<DeliveryStore.Claim> waited) {
        return Multi.createFrom()
                .iterable(waited)
                .onItem()
                .transformToUniAndConcatenate(this::look)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private Uni<Optional<Stale>> look(DeliveryStore.Claim claim) {
        return directory
                .contact(claim.job().contactId())
                .chain(
                        contact ->
                                directory
                                        .staff(claim.incident().staffId())
                                        .chain(staff -> look(claim, contact, staff)));
    }

    private Uni<Optional<Stale>> look(
            DeliveryStore.Claim claim, Optional<Contact> contact, Optional<StaffMember> target) {
        if (contact.isEmpty()) {
            return Uni.createFrom().item(because(claim, NotifyReason.UNKNOWN_CONTACT));
        }
        // Whom nobody has to protect any more, nobody is asked to protect.
        return target.map(
                        known ->
                                chooseMethod
                                        .still(claim.job(), contact.get(), known, claim.incident())
                                        .map(why -> because(claim, why)))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .item(
                                                told(
                                                        claim,
                                                        "the attacked member of staff is no longer in the directory")));
    }

    private static Optional<Stale> because(DeliveryStore.Claim claim, NotifyReason why) {
        if (why.calls()) {
            return Optional.empty();
        }
        return told(
                claim,
                why == NotifyReason.NO_METHOD
                        ? "this address of theirs is used no more"
                        : "%s %s".formatted(claim.job().contactId(), why.words()));
    }

    private static Optional<Stale> told(DeliveryStore.Claim claim, String why) {
        DeliveryStore.Job job = claim.job();
        return Optional.of(
                new Stale(
                        claim,
                        "Step %d: the page that waited for %s of %s is not sent: %s"
                                .formatted(
                                        job.step(),
                                        job.channel().wireName(),
                                        job.contactId(),
                                        why)));
    }

    /**
     * In a transaction of its own, under the locks of the incidents; then it goes on as after a
     * refusal. Should it not come to that, the lease of the claim ends, and they are taken again.
     */
    Uni<Void> cancel(List<Stale> stale, Instant now) {
        return stale.isEmpty()
                ? Uni.createFrom().voidItem()
                : transactions.run(
                        () ->
                                incidents
                                        .lock(
                                                stale.stream()
                                                        .map(one -> one.claim().incident().id())
                                                        .collect(Collectors.toSet()))
                                        .chain(locked -> cancel(stale, locked, now)));
    }

    private Uni<Void> cancel(List<Stale> stale, List<Incident> locked, Instant now) {
        Map<String, Incident> byId =
                locked.stream().collect(Collectors.toMap(Incident::id, Function.identity()));
        return Multi.createFrom()
                .iterable(stale)
                .filter(one -> byId.containsKey(one.claim().incident().id()))
                .onItem()
                .transformToUniAndConcatenate(
                        one ->
                                afterFailure.cancelled(
                                        one.claim(),
                                        byId.get(one.claim().incident().id()),
                                        one.why(),
                                        now))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
