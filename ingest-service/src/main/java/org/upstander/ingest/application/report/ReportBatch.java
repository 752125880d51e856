package org.upstander.ingest.application.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Signal;
import org.upstander.ingest.domain.Source;

/** The reports that one look into a mailbox brought, and what they spent. By one thread. */
final class ReportBatch {

    private final ReportBudget budget;
    private final List<Draft.OfSignal> taken = new ArrayList<>();
    private final Map<String, Further> further = new LinkedHashMap<>();
    private final List<String> summedUp = new ArrayList<>();
    private final Map<String, Integer> spent = new HashMap<>();
    private final List<ReportMetrics.Mailed> counted = new ArrayList<>();

    ReportBatch(ReportBudget budget) {
        this.budget = budget;
    }

    /**
     * Of one person, beyond the most.
     *
     * @param first Message-ID of the first
     */
    private record Further(String first, List<SelfReports.Report> reports) {}

    /** What is only counted. */
    void count(ReportMetrics.Mailed outcome, int times) {
        for (int at = 0; at < times; at++) {
            counted.add(outcome);
        }
    }

    /**
     * @param id Message-ID
     */
    void add(String staff, String id, SelfReports.Report report, Instant now) {
        spent.merge(staff, 1, Integer::sum);
        if (budget.spend(staff, now)) {
            taken.add(SelfReports.draft(staff, report, id));
        } else {
            count(ReportMetrics.Mailed.TOO_MANY, 1);
            further.computeIfAbsent(staff, any -> new Further(id, new ArrayList<>()))
                    .reports()
                    .add(report);
        }
    }

    /** Those that are taken, and for whom there were too many the one that says so, each hour. */
    List<Draft.OfSignal> drafts(Source mailbox, Instant now) {
        List<Draft.OfSignal> drafts = new ArrayList<>(taken);
        further.forEach(
                (staff, more) -> {
                    if (!budget.isSummedUp(staff)) {
                        summedUp.add(staff);
                        drafts.add(
                                FurtherReports.summary(
                                        staff,
                                        more.first(),
                                        more.reports(),
                                        now,
                                        budget.until(staff),
                                        mailbox));
                    }
                });
        return drafts;
    }

    /** All of them come again. */
    void giveBack() {
        spent.forEach(budget::giveBack);
    }

    /**
     * What became of each mail, now that all is written.
     *
     * @param admissions of the drafts
     */
    List<ReportMetrics.Mailed> outcomes(List<Admission<Signal>> admissions) {
        summedUp.forEach(budget::summedUp);
        admissions.stream()
                .limit(taken.size())
                .forEach(
                        admission ->
                                count(
                                        admission instanceof Admission.Accepted<Signal>
                                                ? ReportMetrics.Mailed.TAKEN
                                                : ReportMetrics.Mailed.REJECTED,
                                        1));
        return counted;
    }
}
