package org.upstander.ingest.application.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.AcceptSignals;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Signal;
import org.upstander.ingest.domain.SignalDraft;

/**
 * A member of staff tells that somebody reaches for her outside of work, with one tap: what no
 * platform of the community shows, and what often comes first.
 */
@ApplicationScoped
public class SelfReports {

    private static final String SOURCE = "self-report";

    private final ReportLinks links;
    private final AcceptSignals signals;
    private final ReportBudget budget;
    private final Clock clock;

    SelfReports(ReportLinks links, AcceptSignals signals, ReportBudget budget, Clock clock) {
        this.links = links;
        this.signals = signals;
        this.budget = budget;
        this.clock = clock;
    }

    /**
     * A link that was made.
     *
     * @param until when it ends
     */
    public record Made(String link, Instant until) {}

    /**
     * What she says.
     *
     * @param kind as signals have it: {@code friend-request} and the like
     * @param handle who it was, as far as she knows
     * @param account {@code personal} or {@code professional}, or null
     * @param at when, RFC 3339; the same report again with the same time counts once
     * @param note in her own words, or null
     */
    public record Report(String kind, String handle, String account, String at, String note) {}

    /** What became of it. */
    public sealed interface Outcome {

        /** Kafka has it. */
        record Taken() implements Outcome {}

        /**
         * @param why what is wrong, and the fix
         */
        record Wrong(List<String> why) implements Outcome {

            public Wrong {
                why = List.copyOf(why);
            }
        }

        /** So many came by this link that somebody else may have it. */
        record TooMany() implements Outcome {}

        /** No link of ours, or one that is over. */
        record NoLink() implements Outcome {}
    }

    public Made link(String staffId, Duration life) {
        Instant until = clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS);
        return new Made(links.sign(staffId, until), until);
    }

    /** Whether it is a link of ours that is not over. */
    public boolean isOpen(String link) {
        return links.staff(link, clock.instant()).isPresent();
    }

    /**
     * Fails with {@link org.upstander.ingest.application.LogUnavailable}: it is to be sent again.
     */
    public CompletionStage<Outcome> take(String link, Report report) {
        Instant now = clock.instant();
        Optional<String> staff = links.staff(link, now);
        if (staff.isEmpty()) {
            return done(new Outcome.NoLink());
        }
        if (!budget.spend(staff.get(), now)) {
            return done(new Outcome.TooMany());
        }
        return signals.accept(
                        List.of(new Handed.Readable<>(draft(staff.get(), report, null))), null)
                .thenApply(admissions -> outcome(admissions.get(0)));
    }

    /**
     * @param reference what it is known by besides its content, or null
     */
    static Draft.OfSignal draft(String staff, Report report, String reference) {
        return SignalDraft.contact(report.kind())
                .account(report.account())
                .author(report.handle() == null ? null : new Author(null, report.handle(), null))
                .staff(staff)
                .source(SOURCE)
                .at(report.at())
                .note(report.note())
                .reference(reference)
                .draft();
    }

    private static Outcome outcome(Admission<Signal> admission) {
        return admission instanceof Admission.Rejected<Signal> no
                ? new Outcome.Wrong(no.violations().stream().map(one -> one.detail()).toList())
                : new Outcome.Taken();
    }

    private static CompletionStage<Outcome> done(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
