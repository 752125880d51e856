package org.upstander.ingest.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.AcceptSignals;
import org.upstander.ingest.application.LogUnavailable;
import org.upstander.ingest.application.MovableClock;
import org.upstander.ingest.application.Uncounted;
import org.upstander.ingest.domain.Reading;
import org.upstander.ingest.domain.Signal;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.mail.Mails;

class MailedReportsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T06:33:26Z");
    private static final String HERS = "cm-07";
    private static final String ANOTHERS = "cm-08";
    private static final Source MAILBOX = Mails.source(true);

    private final List<Signal> log = new ArrayList<>();
    private final List<ReportMetrics.Mailed> counted = new ArrayList<>();
    private boolean away;
    private final MovableClock clock = new MovableClock(NOW);
    private MailedReports reports = reports(new ReportBudget());

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
            assertThat(reports.take(MAILBOX, flood(0, 1)).toCompletableFuture())
                    .isCompletedExceptionally();
        }
        assertThat(counted).isEmpty();
        away = false;
        take(flood(0, ReportBudget.MOST));
        assertThat(log).hasSize(ReportBudget.MOST);
        assertThat(counted).containsOnly(ReportMetrics.Mailed.TAKEN);
    }

    @Test
    void whatIsBeyondTheMostIsToldAsOneAnHour() {
        // When
        take(flood(0, ReportBudget.MOST + 2));
        take(flood(100, 50));

        // Then
        assertThat(log).hasSize(ReportBudget.MOST + 1).extracting(Signal::staff).containsOnly(HERS);
        assertThat(log.get(ReportBudget.MOST).note())
                .contains("2 more")
                .contains("until 2026-03-03T07:33:26Z")
                .contains("source mail")
                .contains("heath30, heath31");
        assertThat(log.get(ReportBudget.MOST).author().handle()).isEqualTo("unknown");
        assertThat(counted).filteredOn(ReportMetrics.Mailed.TOO_MANY::equals).hasSize(52);

        // When
        clock.forward(Duration.ofMinutes(61));
        take(flood(200, ReportBudget.MOST));

        // Then
        assertThat(log).hasSize(2 * ReportBudget.MOST + 1);

        // When
        take(flood(300, 2));
        take(flood(400, 2));

        // Then
        assertThat(log).hasSize(2 * (ReportBudget.MOST + 1));
        assertThat(log).extracting(Signal::id).doesNotHaveDuplicates();
    }

    @Test
    void aFloodToOneTakesNothingFromAnother() {
        List<AddressedMail> mails = flood(0, 100);
        mails.add(mail("1", ANOTHERS, null, "He is back."));
        take(mails);
        assertThat(log).filteredOn(one -> one.staff().equals(ANOTHERS)).hasSize(1);
    }

    @Test
    void thatThereWereMoreIsToldAgainUntilKafkaHasIt() {
        // Given
        take(flood(0, ReportBudget.MOST));
        away = true;
        assertThat(reports.take(MAILBOX, flood(100, 2)).toCompletableFuture())
                .isCompletedExceptionally();

        // When
        away = false;
        take(flood(100, 2));
        take(flood(100, 2));

        // Then
        assertThat(log).hasSize(ReportBudget.MOST + 1);
        assertThat(log.get(ReportBudget.MOST).note()).contains("heath100, heath101");
    }

    /** Killed before the mailbox knows that they are told. */
    @Test
    void whatComesAgainAfterACrashHasTheSameIds() {
        take(flood(0, ReportBudget.MOST + 2));
        reports = reports(new ReportBudget());
        take(flood(0, ReportBudget.MOST + 2));
        assertThat(log).hasSize(2 * (ReportBudget.MOST + 1));
        assertThat(log.stream().map(Signal::id).distinct()).hasSize(ReportBudget.MOST + 1);
    }

    private static List<AddressedMail> flood(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(at -> mail("" + at, HERS, null, "From @heath" + at))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void take(AddressedMail mail) {
        take(List.of(mail));
    }

    private void take(List<AddressedMail> mails) {
        assertThat(reports.take(MAILBOX, mails).toCompletableFuture()).isCompleted();
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

    private MailedReports reports(ReportBudget budget) {
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
                budget,
                html -> new Reading("read: " + html, List.of()),
                counted::add,
                clock);
    }
}
