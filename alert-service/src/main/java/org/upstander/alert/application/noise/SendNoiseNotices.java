package org.upstander.alert.application.noise;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.Deadline;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.noise.NoiseNoticeStore.Claim;
import org.upstander.alert.application.notice.NoticeTimes;
import org.upstander.alert.application.notice.QuietNotice;
import org.upstander.alert.application.notice.SendQuietNotice;
import org.upstander.alert.application.notice.SendQuietNotice.Sent;

/**
 * Tells contacts of excursions, as they are told of sources. The claim is a lease: when this
 * instance dies meanwhile, another sends it again with the same id.
 */
@ApplicationScoped
public class SendNoiseNotices {

    private static final int AT_ONCE = 16;

    private final Transactions transactions;
    private final NoiseNoticeStore notices;
    private final WriteNoiseNotice writeNotice;
    private final SendQuietNotice sendNotice;
    private final NoticeTimes times;
    private final NoiseMetrics metrics;

    SendNoiseNotices(
            Transactions transactions,
            NoiseNoticeStore notices,
            WriteNoiseNotice writeNotice,
            SendQuietNotice sendNotice,
            NoticeTimes times,
            NoiseMetrics metrics) {
        this.transactions = transactions;
        this.notices = notices;
        this.writeNotice = writeNotice;
        this.sendNotice = sendNotice;
        this.times = times;
        this.metrics = metrics;
    }

    private record Ready(Claim claim, QuietNotice notice) {}

    private record Round(int size, List<Ready> ready) {}

    /** One round: how many were claimed. It does not wait for attempts to end. */
    public Uni<Integer> runOnce() {
        Deadline lease = Deadline.in(times.lease());
        Instant now = times.now().truncatedTo(ChronoUnit.MICROS);
        return transactions
                .run(() -> notices.claim(now, now.plus(times.lease()), AT_ONCE).chain(this::ready))
                .invoke(round -> round.ready().forEach(ready -> begin(ready, lease)))
                .map(Round::size);
    }

    private Uni<Round> ready(List<Claim> claims) {
        return Multi.createFrom()
                .iterable(claims)
                .onItem()
                .transformToUniAndConcatenate(this::ready)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList()
                .map(ready -> new Round(claims.size(), ready));
    }

    /** Empty where nobody is to be told any more, which is kept. */
    private Uni<Optional<Ready>> ready(Claim claim) {
        return writeNotice
                .of(claim)
                .chain(
                        written ->
                                written.isEmpty()
                                        ? notices.ended(claim, Optional.empty(), Optional.empty())
                                                .replaceWith(Optional.empty())
                                        : Uni.createFrom()
                                                .item(
                                                        Optional.of(
                                                                new Ready(claim, written.get()))));
    }

    private void begin(Ready ready, Deadline lease) {
        sendNotice
                .send(ready.notice(), lease)
                .chain(sent -> keep(ready.claim(), sent))
                .subscribe()
                // What could not be recorded is sent again when its lease is over.
                .with(done -> {}, failure -> {});
    }

    private Uni<Void> keep(Claim claim, Sent sent) {
        if (sent instanceof Sent.Told told) {
            Optional<Instant> again = again(claim, told);
            return transactions
                    .run(() -> notices.ended(claim, Optional.of(times.now()), again))
                    .invoke(
                            () -> {
                                if (again.isEmpty()) {
                                    metrics.notice(told.outcome());
                                }
                            });
        }
        // Without the inbox nobody was told: it is tried until the contact is gone.
        Instant again =
                times.again(key(claim), claim.attempt(), ((Sent.Failed) sent).inbox())
                        .orElseGet(() -> times.now().plus(1, ChronoUnit.HOURS));
        return transactions.run(() -> notices.ended(claim, Optional.empty(), Optional.of(again)));
    }

    private Optional<Instant> again(Claim claim, Sent.Told told) {
        return times.again(key(claim), claim.attempt(), told.beside().orElse(null));
    }

    private static String key(Claim claim) {
        return claim.said().staffId() + claim.contactId();
    }
}
