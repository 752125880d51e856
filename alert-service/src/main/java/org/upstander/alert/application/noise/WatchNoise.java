package org.upstander.alert.application.noise;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstander.alert.application.Directory;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.noise.NoiseWatchStore.Watch;
import org.upstander.alert.application.notice.NoticeOutcome;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.noise.ControlChart;
import org.upstander.alert.domain.noise.ControlLimits;
import org.upstander.alert.domain.noise.Excursion;
import org.upstander.alert.domain.noise.Excursion.Step;
import org.upstander.alert.domain.noise.Mentions;

/**
 * Looks whether somebody is attacked more than usual, some minutes after an attack and every hour
 * while it is so. Looked and told in one transaction under the row's lock: however many instances
 * run, an excursion is told once.
 */
@ApplicationScoped
public class WatchNoise {

    private static final int AT_ONCE = 16;
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final Transactions transactions;
    private final NoiseWatchStore watches;
    private final MentionSums sums;
    private final Directory directory;
    private final TellOfExcursion tellOfExcursion;
    private final Rules rules;

    WatchNoise(
            Transactions transactions,
            NoiseWatchStore watches,
            MentionSums sums,
            Directory directory,
            TellOfExcursion tellOfExcursion,
            Rules rules) {
        this.transactions = transactions;
        this.watches = watches;
        this.sums = sums;
        this.directory = directory;
        this.tellOfExcursion = tellOfExcursion;
        this.rules = rules;
    }

    /** By what it is judged, what the time is, and where it is counted. */
    @ApplicationScoped
    static class Rules {

        private static final System.Logger LOG = System.getLogger(WatchNoise.class.getName());

        private final NoiseSettings settings;
        private final NoiseMetrics metrics;
        private final Clock clock;

        Rules(NoiseSettings settings, NoiseMetrics metrics, Clock clock) {
            this.settings = settings;
            this.metrics = metrics;
            this.clock = clock;
        }

        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }

        Instant windowFrom(Instant now) {
            return now.minus(settings.window()).truncatedTo(ChronoUnit.HOURS);
        }

        Instant baselineFrom(Instant now) {
            return windowFrom(now).minus(settings.baselineDays(), ChronoUnit.DAYS);
        }

        ControlChart.Judgement judge(MentionSums.Sums sums) {
            return settings.chart().judge(sums.before(), sums.window());
        }

        Step next(Watch watch, ControlChart.State found, Instant now) {
            return Excursion.next(watch.excursion(), found, now, settings.calmAfter());
        }

        long hours() {
            return settings.window().toHours();
        }

        void began(String staffId, int told) {
            metrics.excursion();
            if (told == 0) {
                metrics.notice(NoticeOutcome.NOBODY);
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} is attacked more than usual, and there is no contact to tell",
                        staffId);
            }
        }
    }

    /**
     * @param looked how many were looked at
     * @param told of whom something begins, how many contacts are told
     */
    private record Round(int looked, Map<String, Integer> told) {}

    /** One round: how many were looked at. */
    public Uni<Integer> runOnce() {
        Instant now = rules.now();
        return transactions
                .run(() -> watches.due(now, AT_ONCE).chain(due -> look(due, now)))
                .invoke(round -> round.told().forEach(rules::began))
                .map(Round::looked);
    }

    private Uni<Round> look(List<Watch> due, Instant now) {
        Map<String, Integer> told = new LinkedHashMap<>();
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(
                        watch ->
                                look(watch, now)
                                        .invoke(
                                                began ->
                                                        began.ifPresent(
                                                                count ->
                                                                        told.put(
                                                                                watch.staffId(),
                                                                                count))))
                .collect()
                .last()
                .replaceWith(new Round(due.size(), told));
    }

    /** How many are told, where something begins. */
    private Uni<Optional<Integer>> look(Watch watch, Instant now) {
        return directory
                .staff(watch.staffId())
                .chain(
                        found ->
                                found.isEmpty()
                                        ? watches.keep(
                                                        watch.staffId(),
                                                        Optional.empty(),
                                                        Optional.empty())
                                                .replaceWith(Optional.empty())
                                        : look(found.get(), watch, now));
    }

    private Uni<Optional<Integer>> look(StaffMember member, Watch watch, Instant now) {
        return sums.of(member.id(), rules.baselineFrom(now), rules.windowFrom(now))
                .chain(
                        counted -> {
                            ControlChart.Judgement judged = rules.judge(counted);
                            Step step = rules.next(watch, judged.state(), now);
                            return keep(member.id(), step, now)
                                    .chain(
                                            () ->
                                                    step instanceof Step.Begins
                                                            ? tell(
                                                                            member,
                                                                            counted.window(),
                                                                            judged.limits()
                                                                                    .orElseThrow(),
                                                                            now)
                                                                    .map(Optional::of)
                                                            : Uni.createFrom()
                                                                    .item(Optional.empty()));
                        });
    }

    private Uni<Void> keep(String staffId, Step step, Instant now) {
        Optional<Excursion> goesOn = Optional.empty();
        if (step instanceof Step.Begins begins) {
            goesOn = Optional.of(begins.excursion());
        } else if (step instanceof Step.GoesOn known) {
            goesOn = Optional.of(known.excursion());
        }
        return watches.keep(staffId, goesOn, goesOn.map(one -> now.plus(LOOK_AGAIN)));
    }

    private Uni<Integer> tell(
            StaffMember member, Mentions window, ControlLimits limits, Instant now) {
        return tellOfExcursion.tell(
                member,
                new NoiseNoticeStore.Said(
                        member.id(),
                        now,
                        window.supportive(),
                        window.attack(),
                        window.judged(),
                        limits.centre(),
                        limits.upper(),
                        rules.hours()),
                now);
    }
}
