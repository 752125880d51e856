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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.alert.application.ThrottleStore.Line;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.Throttle;

/**
 * Keeps an address from being paged too often. A page over the limit waits as a row, and the
 * contact's next method is called at once: a busy phone costs the attacked no time.
 */
@ApplicationScoped
class ThrottlePages {

    private final Transactions transactions;
    private final IncidentStore incidents;
    private final ThrottleStore store;
    private final AfterThrottle afterThrottle;
    private final PageLimits limits;

    ThrottlePages(
            Transactions transactions,
            IncidentStore incidents,
            ThrottleStore store,
            AfterThrottle afterThrottle,
            PageLimits limits) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.store = store;
        this.afterThrottle = afterThrottle;
        this.limits = limits;
    }

    /**
     * @param free to be sent now
     * @param carried to be sent together with the first of each list, by its id
     * @param held not to be sent now
     */
    record Split(
            List<DeliveryStore.Claim> free,
            Map<String, List<DeliveryStore.Claim>> carried,
            List<Held> held) {

        /** What does not count as sent, since it makes no message of its own. */
        private List<String> uncounted() {
            return Stream.concat(
                            held.stream().map(Held::claim),
                            carried.values().stream().flatMap(List::stream))
                    .map(claim -> claim.job().id())
                    .toList();
        }
    }

    /**
     * @param claim what waits
     * @param until until when, at least
     */
    record Held(DeliveryStore.Claim claim, Instant until) {}

    /**
     * Within the transaction of the claim.
     *
     * @param claims most urgent first: they get what is left
     */
    Uni<Split> split(List<DeliveryStore.Claim> claims, Instant now) {
        Map<Line, Instant> since = new HashMap<>();
        claims.stream()
                .filter(this::isLimited)
                .forEach(
                        claim -> since.put(Line.of(claim.job()), now.minus(limit(claim).memory())));
        if (since.isEmpty()) {
            return Uni.createFrom().item(new Split(claims, Map.of(), List.of()));
        }
        return store.sent(since, claims.stream().map(claim -> claim.job().id()).toList())
                .map(sent -> split(claims, sent, now))
                .call(
                        split ->
                                split.uncounted().isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : store.notSent(split.uncounted()));
    }

    private Split split(
            List<DeliveryStore.Claim> claims, Map<Line, List<Instant>> log, Instant now) {
        Map<Line, List<Instant>> sent = new HashMap<>();
        log.forEach((line, times) -> sent.put(line, new ArrayList<>(times)));
        List<DeliveryStore.Claim> free = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        Map<Line, String> lastFree = new HashMap<>();
        for (DeliveryStore.Claim claim : claims) {
            if (!isLimited(claim)) {
                free.add(claim);
                continue;
            }
            List<Instant> times =
                    sent.computeIfAbsent(Line.of(claim.job()), line -> new ArrayList<>());
            Optional<Instant> until = limit(claim).waitUntil(times, now);
            if (until.isPresent()) {
                held.add(new Held(claim, until.get()));
            } else {
                times.add(now);
                free.add(claim);
                lastFree.put(Line.of(claim.job()), claim.job().id());
            }
        }
        return bundled(free, held, lastFree);
    }

    /** The last message for which there is room takes with it what would have to wait. */
    private static Split bundled(
            List<DeliveryStore.Claim> free, List<Held> over, Map<Line, String> lastFree) {
        Map<String, List<DeliveryStore.Claim>> carried = new HashMap<>();
        List<Held> held = new ArrayList<>();
        for (Held one : over) {
            DeliveryStore.Job job = one.claim().job();
            String carrier = lastFree.get(Line.of(job));
            if (carrier != null && job.channel().takesBundles()) {
                carried.computeIfAbsent(carrier, id -> new ArrayList<>()).add(one.claim());
            } else {
                held.add(one);
            }
        }
        return new Split(free, carried, held);
    }

    /**
     * In a transaction of its own, under the locks of the incidents. Should it not come to that,
     * the lease of the claim ends, and they are taken again.
     */
    Uni<Void> hold(List<Held> held, Instant now) {
        if (held.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transactions.run(
                () ->
                        incidents
                                .lock(
                                        held.stream()
                                                .map(one -> one.claim().incident().id())
                                                .collect(Collectors.toSet()))
                                .chain(locked -> hold(held, locked, now)));
    }

    private Uni<Void> hold(List<Held> held, List<Incident> locked, Instant now) {
        Map<String, Incident> byId =
                locked.stream().collect(Collectors.toMap(Incident::id, Function.identity()));
        return Multi.createFrom()
                .iterable(held)
                .filter(one -> byId.containsKey(one.claim().incident().id()))
                .onItem()
                .transformToUniAndConcatenate(
                        one ->
                                store.hold(one.claim(), one.until())
                                        .chain(
                                                first ->
                                                        Boolean.TRUE.equals(first)
                                                                ? afterThrottle.goOn(
                                                                        one,
                                                                        byId.get(
                                                                                one.claim()
                                                                                        .incident()
                                                                                        .id()),
                                                                        now)
                                                                : Uni.createFrom().voidItem()))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private boolean isLimited(DeliveryStore.Claim claim) {
        return claim.job().kind() == DeliveryStore.Kind.PAGE && !limit(claim).limits().isEmpty();
    }

    private Throttle limit(DeliveryStore.Claim claim) {
        return limits.of(claim.job().channel());
    }
}
