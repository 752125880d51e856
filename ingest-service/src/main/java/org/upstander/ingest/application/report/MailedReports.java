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
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.OwnWords;
import org.upstander.ingest.domain.Signal;
import org.upstander.ingest.domain.Source;

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
     * Takes them together.
     *
     * @return fails with {@link org.upstander.ingest.application.LogUnavailable}: all are to come
     *     again, and have the same ids then
     */
    public CompletionStage<Void> take(Source mailbox, List<AddressedMail> mails) {
        Instant now = clock.instant();
        ReportBatch batch = new ReportBatch(budget);
        for (AddressedMail mail : mails) {
            batch.count(ReportMetrics.Mailed.UNKNOWN, mail.unknown());
            MailedReport report = mail.mail().report();
            if (report.automatic()) {
                batch.count(ReportMetrics.Mailed.AUTOMATIC, mail.staff().size());
            } else if (!mail.isNobodys()) {
                SelfReports.Report said = report(report, now);
                mail.staff().forEach(staff -> batch.add(staff, report.id(), said, now));
            }
        }
        return write(batch, batch.drafts(mailbox, now));
    }

    private CompletionStage<Void> write(ReportBatch batch, List<Draft.OfSignal> drafts) {
        CompletionStage<List<Admission<Signal>>> written =
                drafts.isEmpty()
                        ? CompletableFuture.completedFuture(List.of())
                        : signals.accept(
                                drafts.stream()
                                        .<Handed<Draft.OfSignal>>map(Handed.Readable::new)
                                        .toList(),
                                null);
        return written.whenComplete(
                        (admissions, failure) -> {
                            if (failure != null) {
                                batch.giveBack();
                            }
                        })
                .thenAccept(admissions -> batch.outcomes(admissions).forEach(metrics::mailed));
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
}
