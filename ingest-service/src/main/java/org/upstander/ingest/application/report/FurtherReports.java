package org.upstander.ingest.application.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.OwnWords;
import org.upstander.ingest.domain.Source;

/** One signal in place of all reports by mail that came to one person beyond the most. */
final class FurtherReports {

    private FurtherReports() {}

    /**
     * @param first Message-ID of the first of them, by which it is known
     * @param reports at least one
     * @param at when they were found
     * @param until when single ones are taken again
     * @param mailbox where they lie, unchanged
     */
    static Draft.OfSignal summary(
            String staff,
            String first,
            List<SelfReports.Report> reports,
            Instant at,
            Instant until,
            Source mailbox) {
        SelfReports.Report one = reports.get(0);
        return SelfReports.draft(
                staff,
                new SelfReports.Report(
                        one.kind(),
                        OwnWords.handle(),
                        one.account(),
                        at.truncatedTo(ChronoUnit.SECONDS).toString(),
                        note(reports, until, mailbox)),
                "further reports from " + first + " on");
    }

    private static String note(List<SelfReports.Report> reports, Instant until, Source mailbox) {
        return OwnWords.note(
                null,
                """
                More than %d reports came within an hour; somebody else may know the address. \
                %d more, and all that come until %s, are not told one by one. They lie in the \
                mailbox of the source %s: read them there. They name %s."""
                        .formatted(
                                ReportBudget.MOST,
                                reports.size(),
                                until.truncatedTo(ChronoUnit.SECONDS),
                                mailbox.id(),
                                reports.stream()
                                        .map(SelfReports.Report::handle)
                                        .distinct()
                                        .collect(Collectors.joining(", "))));
    }
}
