package org.upstander.alert.application.source;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.EngineSettings;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.source.SourceMetrics.Outcome;
import org.upstander.alert.application.source.SourceNoticeStore.Claim;
import org.upstander.alert.domain.SourceNews;

/** Keeps what became of a notice, and decides whether it comes again. */
@ApplicationScoped
class KeepSourceNotice {

    private final Transactions transactions;
    private final SourceNoticeStore notices;
    private final EngineSettings engine;
    private final SourceNoticeSettings settings;
    private final SourceMetrics metrics;
    private final Clock clock;

    KeepSourceNotice(
            Transactions transactions,
            SourceNoticeStore notices,
            EngineSettings engine,
            SourceNoticeSettings settings,
            SourceMetrics metrics,
            Clock clock) {
        this.transactions = transactions;
        this.notices = notices;
        this.engine = engine;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Duration lease() {
        return engine.deliveries().lease();
    }

    Duration pause() {
        return settings.pause();
    }

    /**
     * It is in the inbox: they were told, also where the message beside it has to come again.
     *
     * @param beside what became of that, empty where there is none
     */
    Uni<Void> told(Claim claim, SourceNews.Say say, Optional<DeliveryResult> beside) {
        Optional<Instant> again = again(claim, beside.orElse(null));
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
                                metrics.notice(outcome(beside));
                            }
                        });
    }

    /** Not even the inbox has it; where the contact is gone, so is the row. */
    Uni<Void> failed(Claim claim, DeliveryResult inbox) {
        Instant again = again(claim, inbox).orElseGet(() -> now().plus(pause()));
        return transactions.run(() -> notices.failed(claim, again));
    }

    private Optional<Instant> again(Claim claim, DeliveryResult result) {
        return result instanceof DeliveryResult.TryAgain failed
                ? engine.deliveries()
                        .backoff()
                        .afterAttempt(
                                claim.sourceId() + claim.contactId(),
                                claim.attempt(),
                                failed.after())
                        .map(now()::plus)
                : Optional.empty();
    }

    private static Outcome outcome(Optional<DeliveryResult> beside) {
        return beside.map(
                        result ->
                                result instanceof DeliveryResult.Delivered
                                        ? Outcome.DELIVERED
                                        : Outcome.FAILED)
                .orElse(Outcome.INBOX_ONLY);
    }
}
