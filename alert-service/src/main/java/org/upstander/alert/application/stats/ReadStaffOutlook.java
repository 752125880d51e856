package org.upstander.alert.application.stats;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.Directory;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.directory.ReportCoverage;
import org.upstander.alert.application.stats.BlindSourceReader.BlindSource;
import org.upstander.alert.domain.Coverage;
import org.upstander.alert.domain.Dose;
import org.upstander.alert.domain.StaffMember;

/** Tells whoever looks after a member of staff how she fares, and whether she is looked after. */
@Singleton
public class ReadStaffOutlook {

    private final Transactions transactions;
    private final Directory directory;
    private final MeasureDose dose;
    private final ReadRecentFloor floor;
    private final ReportCoverage coverage;
    private final BlindSourceReader sources;

    ReadStaffOutlook(
            Transactions transactions,
            Directory directory,
            MeasureDose dose,
            ReadRecentFloor floor,
            ReportCoverage coverage,
            BlindSourceReader sources) {
        this.transactions = transactions;
        this.directory = directory;
        this.dose = dose;
        this.floor = floor;
        this.coverage = coverage;
        this.sources = sources;
    }

    /**
     * @param load what she had to bear
     * @param noiseFloor of the last 7 days, judged by the days before
     * @param thanks what is supportive, to pass on
     * @param gaps in which nobody could be called for her within 14 days; none is good
     * @param blindSources of platforms on which she has a handle; none is good
     */
    public record Outlook(
            Dose load,
            ReadNoiseFloor.Point noiseFloor,
            Thanks thanks,
            List<Coverage.Gap> gaps,
            List<BlindSource> blindSources) {}

    /** Empty where there is no such member of staff. */
    public Uni<Optional<Outlook>> of(String staffId) {
        return transactions
                .run(() -> directory.staff(staffId))
                .chain(
                        found ->
                                found.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : of(found.get()).map(Optional::of));
    }

    private Uni<Outlook> of(StaffMember member) {
        return Uni.combine()
                .all()
                .unis(
                        dose.of(member),
                        floor.of(member),
                        coverage.gapsOf(member.id()),
                        sources.blind(
                                member.handles().stream()
                                        .map(StaffMember.Handle::platform)
                                        .distinct()
                                        .toList()))
                .with(
                        (load, recent, gaps, blind) ->
                                new Outlook(load, recent.week(), recent.thanks(), gaps, blind));
    }
}
