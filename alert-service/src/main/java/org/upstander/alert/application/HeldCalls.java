package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Acknowledgement;
import org.upstander.alert.domain.EscalationPolicy.Position;

/**
 * Looks again at the later calls of contacts' rules when they are due: what a silence or a pile-on
 * covers meanwhile is not made, nor is one to somebody who acknowledged where the policy wants more
 * people.
 */
@ApplicationScoped
class HeldCalls {

    private final HoldPages holdPages;
    private final AcknowledgementStore acknowledgements;
    private final ThrottleStore throttles;

    HeldCalls(HoldPages holdPages, AcknowledgementStore acknowledgements, ThrottleStore throttles) {
        this.holdPages = holdPages;
        this.acknowledgements = acknowledgements;
        this.throttles = throttles;
    }

    /** Within the transaction of the claim; those found count as sent for no throttle. */
    Uni<List<LookAgain.Stale>> stale(List<DeliveryStore.Claim> claims, Instant now) {
        List<DeliveryStore.Claim> delayed =
                claims.stream().filter(claim -> claim.job().follows()).toList();
        return delayed.isEmpty()
                ? Uni.createFrom().item(List.of())
                : look(delayed, now)
                        .call(
                                stale ->
                                        stale.isEmpty()
                                                ? Uni.createFrom().voidItem()
                                                : throttles.notSent(
                                                        stale.stream()
                                                                .map(one -> one.claim().job().id())
                                                                .toList()));
    }

    private Uni<List<LookAgain.Stale>> look(List<DeliveryStore.Claim> delayed, Instant now) {
        return holdPages
                .reasons(pages(delayed), now)
                .chain(
                        held ->
                                acknowledged(delayed)
                                        .map(
                                                known ->
                                                        delayed.stream()
                                                                .map(one -> look(one, held, known))
                                                                .flatMap(Optional::stream)
                                                                .toList()));
    }

    /** As they are to whoever holds pages; what else there is to a page is not looked at. */
    private static List<PageStore.DuePage> pages(List<DeliveryStore.Claim> delayed) {
        Map<String, PageStore.DuePage> pages = new HashMap<>();
        for (DeliveryStore.Claim claim : delayed) {
            pages.putIfAbsent(
                    claim.job().pageId(),
                    new PageStore.DuePage(
                            claim.job().pageId(),
                            claim.incident(),
                            Position.FIRST,
                            claim.job().reason(),
                            Optional.empty(),
                            false,
                            0));
        }
        return List.copyOf(pages.values());
    }

    private Uni<Map<String, List<Acknowledgement>>> acknowledged(
            List<DeliveryStore.Claim> delayed) {
        Map<String, List<Acknowledgement>> known = new HashMap<>();
        return Multi.createFrom()
                .iterable(
                        delayed.stream()
                                .map(claim -> claim.incident().id())
                                .collect(Collectors.toSet()))
                .onItem()
                .transformToUniAndConcatenate(
                        id -> acknowledgements.of(id).invoke(given -> known.put(id, given)))
                .collect()
                .asList()
                .replaceWith(known);
    }

    private static Optional<LookAgain.Stale> look(
            DeliveryStore.Claim claim,
            Map<String, String> held,
            Map<String, List<Acknowledgement>> known) {
        List<String> why = new ArrayList<>();
        if (known.get(claim.incident().id()).stream().anyMatch(one -> isBy(one, claim))) {
            why.add("they acknowledged");
        } else if (held.containsKey(claim.job().pageId())) {
            why.add(held.get(claim.job().pageId()));
        }
        return why.stream().findFirst().map(reason -> stale(claim, reason));
    }

    /** By themselves, or through a channel: {@code sms:ct-3}. */
    private static boolean isBy(Acknowledgement given, DeliveryStore.Claim claim) {
        String contactId = claim.job().contactId();
        return given.by().equals(contactId) || given.by().endsWith(":" + contactId);
    }

    private static LookAgain.Stale stale(DeliveryStore.Claim claim, String reason) {
        DeliveryStore.Job job = claim.job();
        return new LookAgain.Stale(
                claim,
                "Step %d: the call by %s that the rule of %s wants next is not made: %s"
                        .formatted(job.step(), job.channel().wireName(), job.contactId(), reason));
    }
}
