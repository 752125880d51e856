package org.upstander.alert.application.source;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.notice.NoticeTimes;
import org.upstander.alert.application.notice.SendQuietNotice.Sent;
import org.upstander.alert.application.source.SourceNoticeStore.Claim;
import org.upstander.alert.domain.SourceNews;

/** Keeps what became of a notice, and decides whether it comes again. */
@ApplicationScoped
class KeepSourceNotice {

    private final Transactions transactions;
    private final SourceNoticeStore notices;
    private final NoticeTimes times;
    private final SourceNoticeSettings settings;
    private final SourceMetrics metrics;

    KeepSourceNotice(
            Transactions transactions,
            SourceNoticeStore notices,
            NoticeTimes times,
            SourceNoticeSettings settings,
            SourceMetrics metrics) {
        this.transactions = transactions;
        this.notices = notices;
        this.times = times;
        this.settings = settings;
        this.metrics = metrics;
    }

    Instant now() {
        return times.now();
    }

    Duration lease() {
        return times.lease();
    }

    Duration pause() {
        return settings.pause();
    }

    Uni<Void> sent(Claim claim, SourceNews.Say say, Sent sent) {
        return sent instanceof Sent.Told told
                ? told(claim, say, told)
                : failed(claim, ((Sent.Failed) sent).inbox());
    }

    private Uni<Void> told(Claim claim, SourceNews.Say say, Sent.Told sent) {
        Optional<Instant> again = again(claim, sent.beside().orElse(null));
        SourceNews.Told told =
                new SourceNews.Told(
                        say.sight().state(),
                        say.since(),
                        say.blindSince(),
                        // A retry is nothing new: the pause counts from the first.
                        claim.told()
                                .filter(last -> last.state() == say.sight().state())
                                .map(SourceNews.Told::at)
                                .orElse(now()),
                        again.isEmpty());
        return transactions
                .run(() -> notices.told(claim, told, again))
                .invoke(
                        () -> {
                            if (again.isEmpty()) {
                                metrics.notice(sent.outcome());
                            }
                        });
    }

    /** Where the contact is gone, so is the row. */
    private Uni<Void> failed(Claim claim, DeliveryResult inbox) {
        Instant again = again(claim, inbox).orElseGet(() -> now().plus(pause()));
        return transactions.run(() -> notices.failed(claim, again));
    }

    private Optional<Instant> again(Claim claim, DeliveryResult result) {
        return times.again(claim.sourceId() + claim.contactId(), claim.attempt(), result);
    }
}
