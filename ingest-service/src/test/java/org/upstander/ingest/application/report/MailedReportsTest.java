package org.upstander.ingest.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.AcceptSignals;
import org.upstander.ingest.application.LogUnavailable;
import org.upstander.ingest.application.Uncounted;
import org.upstander.ingest.domain.Reading;
import org.upstander.ingest.domain.Signal;

class MailedReportsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T06:33:26Z");

    private final List<Signal> log = new ArrayList<>();
    private final List<ReportMetrics.Mailed> counted = new ArrayList<>();
    private boolean away;
    private final MailedReports reports = reports();

    @Test
    void aReportIsAContactAttemptOfHers() {
        take(mail("1", "Hers", "Direct message", "From @heath."));
        assertThat(log)
                .singleElement()
                .satisfies(
                        signal -> {
                            assertThat(signal.staff()).isEqualTo("cm-07");
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
        take(mail("1", "Hers", null, "He is back."));
        take(mail("1", "Hers", null, "He is back, I said."));
        take(mail("1", "Another's", null, "He is back."));
        take(mail("2", "Hers", null, "He is back."));
        assertThat(log).extracting(Signal::id).hasSize(4);
        assertThat(log.get(1).id()).isEqualTo(log.get(0).id());
        assertThat(log.subList(1, 4)).extracting(Signal::id).doesNotHaveDuplicates();
    }

    @Test
    void nobodysAndAMachinesAreCountedOnly() {
        take(mail("1", "", null, "He is back."));
        take(new MailedReport(List.of("Hers"), true, "2", null, null, "Away.", null));
        assertThat(log).isEmpty();
        assertThat(counted)
                .containsExactly(ReportMetrics.Mailed.UNKNOWN, ReportMetrics.Mailed.AUTOMATIC);
    }

    @Test
    void ofMarkupThatIsReadWhichIsHers() {
        take(new MailedReport(List.of("Hers"), false, "1", null, null, null, "<p>Hi"));
        assertThat(log.get(0).note()).isEqualTo("read: <p>Hi");
    }

    @Test
    void whileKafkaIsAwayNothingIsSpent() {
        away = true;
        for (int at = 0; at < 2 * ReportBudget.MOST; at++) {
            assertThat(reports.take(List.of(mail("1", "Hers", null, "x"))).toCompletableFuture())
                    .isCompletedExceptionally();
        }
        away = false;
        for (int at = 0; at <= ReportBudget.MOST; at++) {
            take(mail("" + at, "Hers", null, "x"));
        }
        assertThat(log).hasSize(ReportBudget.MOST);
        assertThat(counted).endsWith(ReportMetrics.Mailed.TOO_MANY);
    }

    private void take(MailedReport mail) {
        assertThat(reports.take(List.of(mail)).toCompletableFuture()).isCompleted();
    }

    private static MailedReport mail(String id, String code, String subject, String text) {
        return new MailedReport(List.of(code), false, id, NOW.toString(), subject, text, null);
    }

    private MailedReports reports() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new MailedReports(
                new ReportAddresses(new PlainCodes(), new Known(), null, clock),
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

    private static final class PlainCodes implements ReportCodes {

        @Override
        public String make() {
            return "Hers";
        }

        @Override
        public List<String> hashes(String code) {
            return List.of(code);
        }
    }

    private static final class Known implements ReportCodeStore {

        @Override
        public CompletionStage<Void> put(String staffId, String hash, Instant at) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Boolean> remove(String staffId) {
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public CompletionStage<Optional<String>> staff(List<String> hashes) {
            return CompletableFuture.completedFuture(
                    hashes.contains("Hers")
                            ? Optional.of("cm-07")
                            : Optional.of("cm-08").filter(id -> hashes.contains("Another's")));
        }
    }
}
