package org.upstander.alert.application.source;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Notifiers;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.source.SourceNoticeStore.Claim;
import org.upstander.alert.application.source.WriteSourceNotice.Written;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.SourceNews;
import org.upstander.alert.domain.SourceSight;

/**
 * Tells contacts of sources: into their inbox, then by mail or chat. The claim is a lease: when
 * this instance dies meanwhile, another sends it again with the same id.
 */
@ApplicationScoped
public class SendSourceNotices {

    private static final int AT_ONCE = 16;

    private final Transactions transactions;
    private final SourceStore sources;
    private final SourceNoticeStore notices;
    private final WriteSourceNotice writeNotice;
    private final Notifiers notifiers;
    private final KeepSourceNotice keep;

    SendSourceNotices(
            Transactions transactions,
            SourceStore sources,
            SourceNoticeStore notices,
            WriteSourceNotice writeNotice,
            Notifiers notifiers,
            KeepSourceNotice keep) {
        this.transactions = transactions;
        this.sources = sources;
        this.notices = notices;
        this.writeNotice = writeNotice;
        this.notifiers = notifiers;
        this.keep = keep;
    }

    /**
     * @param say what is said
     * @param written how and where
     */
    record Ready(Claim claim, SourceNews.Say say, Written written) {}

    /** One round: how many contacts were looked at. It does not wait for attempts to end. */
    public Uni<Integer> runOnce() {
        Instant now = keep.now().truncatedTo(ChronoUnit.MICROS);
        return transactions
                .run(
                        () ->
                                notices.claim(now, now.plus(keep.lease()), AT_ONCE)
                                        .chain(claims -> ready(claims, now)))
                .invoke(round -> round.ready().forEach(this::begin))
                .map(Round::size);
    }

    private record Round(int size, List<Ready> ready) {}

    private Uni<Round> ready(List<Claim> claims, Instant now) {
        if (claims.isEmpty()) {
            return Uni.createFrom().item(new Round(0, List.of()));
        }
        return sources.find(claims.stream().map(Claim::sourceId).collect(Collectors.toSet()))
                .chain(
                        found ->
                                Multi.createFrom()
                                        .iterable(claims)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                claim -> ready(claim, found, now))
                                        .filter(Optional::isPresent)
                                        .map(Optional::get)
                                        .collect()
                                        .asList())
                .map(ready -> new Round(claims.size(), ready));
    }

    /** Empty where there is nothing to say now, which is kept. */
    private Uni<Optional<Ready>> ready(Claim claim, Map<String, SourceSight> sights, Instant now) {
        SourceNews news =
                SourceNews.of(
                        Optional.ofNullable(sights.get(claim.sourceId())),
                        claim.told(),
                        keep.pause(),
                        now);
        if (news instanceof SourceNews.Say say) {
            return writeNotice
                    .of(claim, say)
                    .map(written -> Optional.of(new Ready(claim, say, written)));
        }
        Optional<Instant> again =
                news instanceof SourceNews.Later later ? Optional.of(later.at()) : Optional.empty();
        return notices.nothing(claim, again).replaceWith(Optional.empty());
    }

    private void begin(Ready ready) {
        send(Channel.INBOX, ready.claim().contactId(), ready)
                .chain(
                        inbox ->
                                inbox instanceof DeliveryResult.Delivered
                                        ? beside(ready)
                                                .chain(
                                                        result ->
                                                                keep.told(
                                                                        ready.claim(),
                                                                        ready.say(),
                                                                        result))
                                        : keep.failed(ready.claim(), inbox))
                .subscribe()
                // What could not be recorded is sent again when its lease is over.
                .with(done -> {}, failure -> {});
    }

    /** Empty where there is nowhere to send it but the inbox. */
    private Uni<Optional<DeliveryResult>> beside(Ready ready) {
        return ready.written().method().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : send(
                                ready.written().method().get().channel(),
                                ready.written().method().get().address(),
                                ready)
                        .map(Optional::of);
    }

    private Uni<DeliveryResult> send(Channel channel, String address, Ready ready) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                notifiers
                                        .of(channel)
                                        .send(
                                                new Delivery(
                                                        ready.written().id(),
                                                        ready.claim().attempt(),
                                                        address,
                                                        ready.written().message())))
                .onFailure()
                .recoverWithItem(
                        () -> new DeliveryResult.TryAgain(FailureKind.OTHER, Optional.empty()));
    }
}
