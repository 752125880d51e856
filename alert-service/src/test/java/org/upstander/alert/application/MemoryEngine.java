package org.upstander.alert.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.upstander.alert.application.pattern.NoHistory;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.PagingRules;

/**
 * The real decisions about incidents on stores in memory. A page fires when it is due, whatever the
 * state of its incident: that somebody cancelled it is what the tests are about.
 */
final class MemoryEngine {

    static final Transactions AT_ONCE =
            new Transactions() {
                @Override
                public <T> Uni<T> run(Supplier<Uni<T>> work) {
                    return work.get();
                }
            };

    static final EscalationPolicy POLICY =
            new EscalationPolicy(
                    "p",
                    "P",
                    List.of(
                            new Step(Duration.ZERO, List.of(new Target.StaffContact())),
                            new Step(Duration.ofMinutes(5), List.of(new Target.StaffContact()))),
                    1,
                    Duration.ofMinutes(10),
                    null,
                    new PagingRules(
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(10),
                            Duration.ofMinutes(30),
                            2,
                            PagingRules.DEFAULT.acknowledgeExpires()));

    final MemoryStores stores = new MemoryStores();
    private final MemoryTimers timers = new MemoryTimers();
    final MovingClock clock = new MovingClock();
    final WeighFresh weighFresh;
    final OpenIncidents openIncidents;
    final Acknowledge acknowledge;
    final Resolve resolve;
    final Reshape reshape;
    final CheckIn checkIn;
    private final RunTimers runTimers;

    MemoryEngine() {
        EngineSettings settings =
                new EngineSettings(
                        Duration.ofHours(24),
                        Duration.ofHours(1),
                        1,
                        64,
                        null,
                        null,
                        Locale.ENGLISH);
        IncidentLog log =
                new IncidentLog(
                        entries -> done(() -> {}),
                        events -> done(() -> {}),
                        (incident, what, at, reason) -> new OutgoingEvent("t", "k", "t", null));
        PageAnew pageAnew =
                new PageAnew(
                        stores.incidentStore(),
                        timers.acknowledgementStore(),
                        timers.timerStore(),
                        stores.runStore(),
                        log);
        FollowAttacks follow = new FollowAttacks(stores.runStore(), stores.pageStore(), pageAnew);
        ChangeState states =
                new ChangeState(
                        stores.incidentStore(),
                        stores.deliveryStore(),
                        timers.timerStore(),
                        (incident, now) -> Uni.createFrom().voidItem(),
                        log);
        IncidentPolicy policies = new IncidentPolicy(stores.runStore(), new OnePolicy(POLICY));
        CaseStore cases = new MemoryCases(stores).caseStore();
        AfterReshape afterwards =
                new AfterReshape(
                        (incidents, now) -> Uni.createFrom().voidItem(),
                        follow,
                        stores.pageStore(),
                        timers.acknowledgementStore(),
                        timers.timerStore(),
                        policies);
        MergeIncidents mergeIncidents = new MergeIncidents(cases, states, afterwards);
        weighFresh =
                new WeighFresh(AT_ONCE, new ForgetfulAssessments(), NoHistory.weighing(), clock);
        openIncidents =
                new OpenIncidents(
                        new GroupAttacks(
                                stores.incidentStore(),
                                new ForgetfulAssessments(),
                                new CallingAttacks(new OnePolicy(POLICY), settings),
                                new WeighByEvents(
                                        now -> Uni.createFrom().item(List.of()), null, null),
                                settings),
                        new PageAbout(
                                stores.pageStore(),
                                (incidents, now) -> Uni.createFrom().voidItem(),
                                log,
                                follow),
                        NoHistory.notes(),
                        new MergeSingles(
                                new NoHistory(), stores.incidentStore(), mergeIncidents, settings));
        acknowledge =
                new Acknowledge(
                        AT_ONCE,
                        states,
                        timers.acknowledgementStore(),
                        timers.timerStore(),
                        policies,
                        clock);
        resolve = new Resolve(AT_ONCE, states, timers.acknowledgementStore(), clock);
        reshape =
                new Reshape(
                        AT_ONCE,
                        stores.incidentStore(),
                        states,
                        mergeIncidents,
                        new SplitIncident(cases, states, afterwards),
                        clock);
        checkIn = new CheckIn(AT_ONCE, states, timers.timerStore(), clock);
        runTimers =
                new RunTimers(
                        AT_ONCE,
                        timers.timerStore(),
                        stores.incidentStore(),
                        pageAnew,
                        policies,
                        clock);
    }

    static Uni<Void> done(Runnable work) {
        work.run();
        return Uni.createFrom().voidItem();
    }

    static <T> T now(Uni<T> uni) {
        return uni.await().indefinitely();
    }

    /** Moves on minute by minute, as timers and pages come due. */
    void forward(int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            clock.forward(Duration.ofMinutes(1));
            now(runTimers.runOnce());
            fire();
        }
    }

    /** Fires what is due, and what follows at once. */
    void fire() {
        List<MemoryStores.Page> due;
        do {
            due =
                    stores.pages.stream()
                            .filter(page -> page.pending() && !page.dueAt().isAfter(clock.now))
                            .toList();
            due.forEach(this::fire);
        } while (!due.isEmpty());
    }

    private void fire(MemoryStores.Page page) {
        Incident incident = stores.incidents.get(page.incidentId());
        assertThat(incident.isOpen())
                .as("a page of %s, which is %s", page, incident.state().wireName())
                .isTrue();
        stores.fire(page, clock.now);
        if (!page.alone()) {
            POLICY.after(page.position())
                    .ifPresent(
                            next ->
                                    stores.add(
                                            page.incidentId(),
                                            next.position(),
                                            clock.now.plus(next.delay()),
                                            false,
                                            false));
        }
    }

    static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T12:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
