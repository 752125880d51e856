package org.upstander.ingest.application.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.AcceptSignals;
import org.upstander.ingest.application.ReadHtml;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.OwnWords;
import org.upstander.ingest.domain.Signal;

/** Takes what members of staff report by mail. Whoever wrote is told nothing. */
@ApplicationScoped
public class MailedReports {

    private static final String ACCOUNT = "personal";

    private final AcceptSignals signals;
    private final ReportBudget budget;
    private final ReadHtml markup;
    private final ReportMetrics metrics;
    private final Clock clock;

    MailedReports(
            AcceptSignals signals,
            ReportBudget budget,
            ReadHtml markup,
            ReportMetrics metrics,
            Clock clock) {
        this.signals = signals;
        this.budget = budget;
        this.markup = markup;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes them one after the other.
     *
     * @return fails with {@link org.upstander.ingest.application.LogUnavailable}: all are to come
     *     again, and have the same ids then
     */
    public CompletionStage<Void> take(List<AddressedMail> mails) {
        CompletionStage<Void> taken = CompletableFuture.completedFuture(null);
        for (AddressedMail mail : mails) {
            taken = taken.thenCompose(next -> take(mail));
        }
        return taken;
    }

    private CompletionStage<Void> take(AddressedMail mail) {
        for (int at = 0; at < mail.unknown(); at++) {
            metrics.mailed(ReportMetrics.Mailed.UNKNOWN);
        }
        CompletionStage<Void> taken = CompletableFuture.completedFuture(null);
        for (String staff : mail.staff()) {
            taken = taken.thenCompose(next -> take(staff, mail.mail().report()));
        }
        return taken;
    }

    private CompletionStage<Void> take(String staff, MailedReport mail) {
        if (mail.automatic()) {
            return told(ReportMetrics.Mailed.AUTOMATIC);
        }
        Instant now = clock.instant();
        if (!budget.spend(staff, now)) {
            return told(ReportMetrics.Mailed.TOO_MANY);
        }
        return signals.accept(
                        List.of(
                                new Handed.Readable<>(
                                        SelfReports.draft(staff, report(mail, now), mail.id()))),
                        null)
                .whenComplete(
                        (admissions, failure) -> {
                            if (failure != null) {
                                budget.giveBack(staff); // it comes again
                            }
                        })
                .thenCompose(admissions -> told(outcome(admissions.get(0))));
    }

    private SelfReports.Report report(MailedReport mail, Instant now) {
        String words =
                mail.html() == null
                        ? OwnWords.in(mail.text() == null ? "" : mail.text())
                        : OwnWords.in(markup.read(mail.html()));
        return new SelfReports.Report(
                OwnWords.kind(mail.subject()),
                OwnWords.handle(mail.subject(), words),
                ACCOUNT,
                mail.at() == null ? now.truncatedTo(ChronoUnit.SECONDS).toString() : mail.at(),
                OwnWords.note(mail.subject(), words));
    }

    private static ReportMetrics.Mailed outcome(Admission<Signal> admission) {
        return admission instanceof Admission.Accepted<Signal>
                ? ReportMetrics.Mailed.TAKEN
                : ReportMetrics.Mailed.REJECTED;
    }

    private CompletionStage<Void> told(ReportMetrics.Mailed outcome) {
        metrics.mailed(outcome);
        return CompletableFuture.completedFuture(null);
    }
}
