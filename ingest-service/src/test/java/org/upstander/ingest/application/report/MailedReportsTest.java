package org.upstander.ingest.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.AcceptSignals;
import org.upstander.ingest.application.LogUnavailable;
import org.upstander.ingest.application.Uncounted;
import org.upstander.ingest.domain.Reading;
import org.upstander.ingest.domain.Signal;

class MailedReportsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T06:33:26Z");
    private static final String HERS = "cm-07";
    private static final String ANOTHERS = "cm-08";

    private final List<Signal> log = new ArrayList<>();
    private final List<ReportMetrics.Mailed> counted = new ArrayList<>();
    private boolean away;
    private final MailedReports reports = reports();

    @Test
    void aReportIsAContactAttemptOfHers() {
        take(mail("1", HERS, "Direct message", "From @heath."));
        assertThat(log)
                .singleElement()
                .satisfies(
                        signal -> {
                            assertThat(signal.staff()).isEqualTo(HERS);
                            assertThat(signal.type()).isEqualTo("contact-attempt");
                            assertThat(signal.kind()).isEqualTo("direct-message");
                            assertThat(signal.source()).isEqualTo("self-report");
                            assertThat(signal.author().handle()).isEqualTo("heath");
                            assertThat(signal.at()).isEqualTo(NOW);
                            assertThat(signal.note()).isEqualTo("Direct message\nFrom @heath.");
                        });
        assertThat(counted).containsExactly(ReportMetrics.Mailed.TAKEN);
    }

    @Test
    void itIsKnownByItsMessageIdAndByWhoseItIs() {
        take(mail("1", HERS, null, "He is back."));
        take(mail("1", HERS, null, "He is back, I said."));
        take(mail("1", ANOTHERS, null, "He is back."));
        take(mail("2", HERS, null, "He is back."));
        assertThat(log).extracting(Signal::id).hasSize(4);
        assertThat(log.get(1).id()).isEqualTo(log.get(0).id());
        assertThat(log.subList(1, 4)).extracting(Signal::id).doesNotHaveDuplicates();
    }

    @Test
    void nobodysIsCountedHereWhoeverWroteItAndAMachinesToHer() {
        take(addressed(report(List.of("x", "y"), false, "1", null, "He is back."), List.of()));
        take(addressed(report(List.of("x"), true, "2", null, "Away."), List.of()));
        take(addressed(report(List.of("hers"), true, "3", null, "Away."), List.of(HERS)));
        assertThat(log).isEmpty();
        assertThat(counted)
                .containsExactly(
                        ReportMetrics.Mailed.UNKNOWN,
                        ReportMetrics.Mailed.UNKNOWN,
                        ReportMetrics.Mailed.UNKNOWN,
                        ReportMetrics.Mailed.AUTOMATIC);
    }

    @Test
    void aCodeThatIsNobodysTakesNothingFromOneThatIsHers() {
        take(addressed(report(List.of("x", "hers"), false, "1", null, "Back."), List.of(HERS)));
        assertThat(log).extracting(Signal::staff).containsExactly(HERS);
        assertThat(counted)
                .containsExactly(ReportMetrics.Mailed.UNKNOWN, ReportMetrics.Mailed.TAKEN);
    }

    @Test
    void ofMarkupThatIsReadWhichIsHers() {
        take(
                addressed(
                        new MailedReport(List.of("hers"), false, "1", null, null, null, "<p>Hi"),
                        List.of(HERS)));
        assertThat(log.get(0).note()).isEqualTo("read: <p>Hi");
    }

    @Test
    void whileKafkaIsAwayNothingIsSpent() {
        away = true;
        for (int at = 0; at < 2 * ReportBudget.MOST; at++) {
            assertThat(reports.take(List.of(mail("1", HERS, null, "x"))).toCompletableFuture())
                    .isCompletedExceptionally();
        }
        away = false;
        for (int at = 0; at <= ReportBudget.MOST; at++) {
            take(mail("" + at, HERS, null, "x"));
        }
        assertThat(log).hasSize(ReportBudget.MOST);
        assertThat(counted).endsWith(ReportMetrics.Mailed.TOO_MANY);
    }

    private void take(AddressedMail mail) {
        assertThat(reports.take(List.of(mail)).toCompletableFuture()).isCompleted();
    }

    private static AddressedMail mail(String id, String staff, String subject, String text) {
        return addressed(report(List.of(staff), false, id, subject, text), List.of(staff));
    }

    private static AddressedMail addressed(MailedReport report, List<String> staff) {
        return new AddressedMail(new CodedMail(report, List.of(), 0), staff);
    }

    private static MailedReport report(
            List<String> codes, boolean automatic, String id, String subject, String text) {
        return new MailedReport(codes, automatic, id, NOW.toString(), subject, text, null);
    }

    private MailedReports reports() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new MailedReports(
                new AcceptSignals(
                        (signals, traceParent) -> {
                            if (away) {
                                return CompletableFuture.failedFuture(new LogUnavailable("away"));
                            }
                            log.addAll(signals);
                            return CompletableFuture.completedFuture(null);
                        },
                        new Uncounted(),
                        clock),
                new ReportBudget(),
                html -> new Reading("read: " + html, List.of()),
                counted::add,
                clock);
    }
}
