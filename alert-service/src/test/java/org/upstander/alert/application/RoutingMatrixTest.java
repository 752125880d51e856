package org.upstander.alert.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.application.MemoryEngine.now;

import io.smallrye.mutiny.Uni;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.NotifyReason;
import org.upstander.alert.domain.QuietHours;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.schedule.Schedule;

/**
 * The engine over every kind of contact in every place of a policy: alone in the first step or with
 * another, with a second step or without, with a last resort or without, for juniors and others.
 */
class RoutingMatrixTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final QuietHours QUIET =
            new QuietHours(
                    LocalTime.of(8, 0), LocalTime.of(20, 0), EnumSet.allOf(DayOfWeek.class), 4);

    /** What somebody is to the attack. */
    private enum Kind {
        FREE,
        QUIET,
        ACTED,
        /** Her own contact, by its staff id. */
        TARGET,
        /** Linked by a handle of the colleague whose contact it is. */
        LINKED,
        /** Nobody is on call. */
        OFF,
        UNVERIFIED,
        /** A name that leads nowhere. */
        NONE;

        boolean reachable() {
            return this == FREE || this == QUIET || this == ACTED;
        }

        boolean uninvolved() {
            return this == FREE || this == QUIET;
        }
    }

    /** A kind in a place: its id names both. */
    private record Who(Kind kind, String place) {

        String id() {
            return kind + "-" + place;
        }

        Target target() {
            return kind == Kind.OFF
                    ? new Target.OnCall("night-" + place)
                    : new Target.NamedContact(id());
        }

        static Kind kindOf(String id) {
            return Kind.valueOf(id.substring(0, id.indexOf('-')));
        }
    }

    private record Case(List<Who> first, Optional<Who> second, Optional<Who> last, boolean junior) {

        List<Who> all() {
            return Stream.of(first.stream(), second.stream(), last.stream())
                    .flatMap(one -> one)
                    .toList();
        }

        EscalationPolicy policy() {
            List<Step> steps = new ArrayList<>();
            steps.add(new Step(Duration.ZERO, first.stream().map(Who::target).toList()));
            second.ifPresent(
                    one -> steps.add(new Step(Duration.ofMinutes(5), List.of(one.target()))));
            return new EscalationPolicy(
                    "p", "P", steps, 0, Duration.ofMinutes(10), last.map(Who::id).orElse(null));
        }
    }

    private static Stream<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Optional<Who> with : orNobody("with")) {
                List<Who> first = new ArrayList<>(List.of(new Who(kind, "one")));
                with.ifPresent(first::add);
                for (Optional<Who> second : orNobody("second")) {
                    for (Optional<Who> last : orNobody("last")) {
                        all.add(new Case(first, second, last, false));
                        all.add(new Case(first, second, last, true));
                    }
                }
            }
        }
        return all.stream();
    }

    private static List<Optional<Who>> orNobody(String place) {
        return Stream.concat(
                        Stream.of(Optional.<Who>empty()),
                        Stream.of(Kind.values()).map(kind -> Optional.of(new Who(kind, place))))
                .toList();
    }

    @Test
    void whoeverThePolicyNamesTheFirstPageCallsNoOneItMustNotAndNeverOnlyWhoActed() {
        assertThat(cases().peek(RoutingMatrixTest::check).count()).isEqualTo(8L * 9 * 9 * 9 * 2);
    }

    private static void check(Case one) {
        Fired fired = fire(one);
        List<String> ids = fired.jobs().stream().map(DeliveryStore.Job::contactId).toList();
        List<Kind> called = ids.stream().map(Who::kindOf).toList();

        assertThat(ids).as("each once in %s", one).doesNotHaveDuplicates();
        assertThat(called).as("only who may be called in %s", one).allMatch(Kind::reachable);
        if (!called.isEmpty() && one.all().stream().anyMatch(who -> who.kind().uninvolved())) {
            assertThat(called).as("not only who acted in %s", one).anyMatch(Kind::uninvolved);
        }
        boolean reaches = one.first().stream().anyMatch(who -> who.kind().reachable());
        if (reaches) {
            assertThat(called).as("somebody in %s", one).isNotEmpty();
        }
        if (one.first().stream().anyMatch(who -> who.kind() == Kind.FREE)) {
            assertThat(one.first().stream().filter(who -> who.kind() == Kind.QUIET).map(Who::id))
                    .as("nobody is woken beside somebody awake in %s", one)
                    .doesNotContainAnyElementsOf(ids);
        }
        if (one.junior() && one.last().isPresent() && one.last().get().kind().reachable()) {
            assertThat(ids).as("a junior's senior in %s", one).contains(one.last().get().id());
        }
        if (one.second().isPresent()) {
            assertThat(fired.next().get(0).dueAt())
                    .as("a step that reaches nobody is over at once in %s", one)
                    .isEqualTo(reaches ? NOW.plus(Duration.ofMinutes(5)) : NOW);
        }
        assertThat(fired.told())
                .as("a reason for each in %s", one)
                .hasSizeGreaterThanOrEqualTo(ids.size());
        boolean onlyWhoActed = !called.isEmpty() && called.stream().allMatch(k -> k == Kind.ACTED);
        assertThat(
                        fired.told().stream()
                                .anyMatch(
                                        line ->
                                                line.reason()
                                                        .contains("nobody can be called beside")))
                .as("that nobody else is there is said in %s", one)
                .isEqualTo(onlyWhoActed);
    }

    private static Fired fire(Case one) {
        Directory directory = new People(one);
        IncidentAuthors authors =
                new SimulatedAuthors(
                        List.of(new StaffMember.Handle("forum", "Heath")),
                        (accounts, since) -> Uni.createFrom().item(moderators(since)));
        ChooseMethod chooseMethod =
                new ChooseMethod(directory, authors, new Notifiers(List.of(new Mail())));
        RouteStep routeStep =
                new RouteStep(
                        directory,
                        new OnCall(directory),
                        chooseMethod,
                        authors,
                        new RoutingSettings(Duration.ofDays(14)));
        CallMetrics uncounted =
                new CallMetrics() {
                    @Override
                    public void called(NotifyReason reason) {
                        // Not looked at.
                    }

                    @Override
                    public void nobodyCalled() {
                        // Not looked at.
                    }
                };
        PageStore.DuePage page =
                new PageStore.DuePage(
                        "pg",
                        incident(),
                        Position.FIRST,
                        "An incident opened",
                        Optional.of(one.policy()),
                        false,
                        0);
        FirePage engine =
                new FirePage(
                        directory, new CallContacts(routeStep, chooseMethod, uncounted), uncounted);
        return now(engine.decide(List.of(page), NOW)).get(0);
    }

    private static Set<String> moderators(Instant since) {
        assertThat(since).isEqualTo(NOW.minus(Duration.ofDays(14)));
        Set<String> all = new TreeSet<>();
        for (String place : List.of("one", "with", "second", "last")) {
            all.add("cm-" + new Who(Kind.ACTED, place).id());
        }
        return all;
    }

    private static Incident incident() {
        return new Incident(
                "in",
                "cm-07",
                new IncidentState.Open(),
                2,
                new TreeSet<>(),
                new TreeSet<>(),
                1,
                1,
                NOW,
                NOW);
    }

    private record Mail() implements Notifier {

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public Uni<DeliveryResult> send(Delivery delivery) {
            throw new UnsupportedOperationException();
        }
    }

    /** Everybody of a case, each with a member of staff behind. */
    private record People(Case one) implements Directory {

        @Override
        public Uni<Void> preload(java.util.Collection<String> staffIds) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Optional<StaffMember>> staff(String id) {
            String handle = id.startsWith("cm-LINKED") ? "HEATH" : id;
            return item(
                    new StaffMember(
                            id,
                            id,
                            List.of(),
                            List.of(
                                    new StaffMember.Handle("forum", "other"),
                                    new StaffMember.Handle("Forum", handle)),
                            List.of(),
                            null,
                            ZoneOffset.UTC,
                            null,
                            one.junior(),
                            null,
                            new StaffMember.Escalation(null, null),
                            null));
        }

        @Override
        public Uni<Optional<Contact>> contact(String id) {
            Kind kind = Who.kindOf(id);
            if (kind == Kind.NONE || kind == Kind.OFF) {
                return Uni.createFrom().item(Optional.empty());
            }
            return item(
                    new Contact(
                            id,
                            id,
                            List.of(
                                    new ContactMethod(
                                            Channel.EMAIL,
                                            id + "@example.org",
                                            kind != Kind.UNVERIFIED)),
                            ZoneOffset.UTC,
                            kind == Kind.TARGET ? "cm-07" : "cm-" + id,
                            kind == Kind.QUIET ? QUIET : null));
        }

        @Override
        public Uni<Optional<Schedule>> schedule(String id) {
            return item(new Schedule(id, id, ZoneOffset.UTC, List.of(), List.of(), List.of()));
        }

        @Override
        public Uni<Optional<EscalationPolicy>> policy(String id) {
            return item(one.policy());
        }

        @Override
        public Uni<EscalationPolicy> policyFor(StaffMember member) {
            return Uni.createFrom().item(one.policy());
        }

        private static <T> Uni<Optional<T>> item(T item) {
            return Uni.createFrom().item(Optional.of(item));
        }
    }
}
