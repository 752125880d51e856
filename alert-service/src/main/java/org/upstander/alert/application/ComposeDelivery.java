package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts together what is sent: the message, and the number that answers name. */
@ApplicationScoped
class ComposeDelivery {

    private final ComposeMessage composeMessage;
    private final ReplyCodes replyCodes;
    private final Clock clock;

    ComposeDelivery(ComposeMessage composeMessage, ReplyCodes replyCodes, Clock clock) {
        this.composeMessage = composeMessage;
        this.replyCodes = replyCodes;
        this.clock = clock;
    }

    /**
     * One for each claim, in their order. Within the caller's transaction.
     *
     * @param lease of the claims
     */
    Uni<List<Delivery>> of(List<DeliveryStore.Claim> claims, Deadline lease) {
        return composeMessage
                .of(claims)
                .chain(
                        messages ->
                                codes(claims)
                                        .map(codes -> together(claims, messages, codes, lease)));
    }

    /** Sorted, so that two instances never wait for each other in a circle. */
    private Uni<Map<String, Integer>> codes(List<DeliveryStore.Claim> claims) {
        Map<String, Integer> codes = new HashMap<>();
        return Multi.createFrom()
                .iterable(
                        claims.stream()
                                .map(DeliveryStore.Claim::job)
                                .filter(job -> job.kind() == DeliveryStore.Kind.PAGE)
                                .filter(job -> job.channel().takesReplies())
                                .sorted(Comparator.comparing(DeliveryStore.Job::address))
                                .toList())
                .onItem()
                .transformToUniAndConcatenate(
                        job ->
                                replyCodes
                                        .codeFor(job, clock.instant())
                                        .invoke(code -> codes.put(job.id(), code)))
                .collect()
                .asList()
                .replaceWith(codes);
    }

    private static List<Delivery> together(
            List<DeliveryStore.Claim> claims,
            List<Message> messages,
            Map<String, Integer> codes,
            Deadline lease) {
        return IntStream.range(0, claims.size())
                .mapToObj(
                        at -> {
                            DeliveryStore.Job job = claims.get(at).job();
                            return new Delivery(
                                    job.id(),
                                    claims.get(at).attempt(),
                                    job.address(),
                                    messages.get(at),
                                    codes.get(job.id()),
                                    claims.get(at).kept().key(),
                                    lease);
                        })
                .toList();
    }
}
