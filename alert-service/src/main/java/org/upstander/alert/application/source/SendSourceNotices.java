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
import org.upstander.alert.application.Deadline;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.notice.QuietNotice;
import org.upstander.alert.application.notice.SendQuietNotice;
import org.upstander.alert.application.source.SourceNoticeStore.Claim;
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
    private final SendQuietNotice sendNotice;
    private final KeepSourceNotice keep;

    SendSourceNotices(
            Transactions transactions,
            SourceStore sources,
            SourceNoticeStore notices,
            WriteSourceNotice writeNotice,
            SendQuietNotice sendNotice,
            KeepSourceNotice keep) {
        this.transactions = transactions;
        this.sources = sources;
        this.notices = notices;
        this.writeNotice = writeNotice;
        this.sendNotice = sendNotice;
        this.keep = keep;
    }

    /**
     * @param say what is said
     * @param notice how and where
     */
    record Ready(Claim claim, SourceNews.Say say, QuietNotice notice) {}

    /** One round: how many contacts were looked at. It does not wait for attempts to end. */
    public Uni<Integer> runOnce() {
        Deadline lease = Deadline.in(keep.lease());
        Instant now = keep.now().truncatedTo(ChronoUnit.MICROS);
        return transactions
                .run(
                        () ->
                                notices.claim(now, now.plus(keep.lease()), AT_ONCE)
                                        .chain(claims -> ready(claims, now)))
                .invoke(round -> round.ready().forEach(ready -> begin(ready, lease)))
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
                    .map(notice -> Optional.of(new Ready(claim, say, notice)));
        }
        Optional<Instant> again =
                news instanceof SourceNews.Later later ? Optional.of(later.at()) : Optional.empty();
        return notices.nothing(claim, again).replaceWith(Optional.empty());
    }

    private void begin(Ready ready, Deadline lease) {
        sendNotice
                .send(ready.notice(), lease)
                .chain(sent -> keep.sent(ready.claim(), ready.say(), sent))
                .subscribe()
                // What could not be recorded is sent again when its lease is over.
                .with(done -> {}, failure -> {});
    }
}
