package org.upstander.alert.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.application.MemoryEngine.now;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.application.MatrixPeople.Kind;
import org.upstander.alert.application.MatrixPeople.Who;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.NotifyReason;
import org.upstander.alert.domain.PagingRules;
import org.upstander.alert.domain.StaffMember;

/**
 * The engine over every kind of contact in every place of a policy: alone in the first step or with
 * another, with a second step or without, with a last resort or without, for juniors and others.
 */
class RoutingMatrixTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

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

    private static List<Case> cases() {
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
        return all;
    }

    private static List<Optional<Who>> orNobody(String place) {
        return Stream.concat(
                        Stream.of(Optional.<Who>empty()),
                        Stream.of(Kind.values()).map(kind -> Optional.of(new Who(kind, place))))
                .toList();
    }

    @Test
    void whoeverThePolicyNamesTheFirstPageCallsNoOneItMustNotAndNeverOnlyWhoActed() {
        List<Case> all = cases();

        all.forEach(RoutingMatrixTest::check);

        assertThat(all).hasSize(8 * 9 * 9 * 9 * 2);
    }

    @ParameterizedTest
    @CsvSource({"3, false, false", "3, true, true", "4, false, true"})
    void anAttackOnAJuniorDisturbsOneSeverityEarlier(
            int severity, boolean junior, boolean disturbs) {
        // Given: somebody awake, and somebody whom severity 4 wakes
        Who quiet = new Who(Kind.QUIET, "with");
        Case one =
                new Case(
                        List.of(new Who(Kind.FREE, "one"), quiet),
                        Optional.empty(),
                        Optional.empty(),
                        junior);

        // When
        Fired fired = fire(one.policy(), junior, severity);

        // Then
        assertThat(fired.jobs().stream().anyMatch(job -> job.contactId().equals(quiet.id())))
                .isEqualTo(disturbs);
    }

    @ParameterizedTest
    @CsvSource({"1, true, true", "2, false, true", "2, true, false", "3, false, false"})
    void anAttackOnAJuniorWaitsForNothingOneSeverityEarlier(
            int severity, boolean junior, boolean waits) {
        // Given
        PagingRules rules = new PagingRules(Duration.ofMinutes(2), null, null, 1, Map.of());
        EscalationPolicy policy =
                new EscalationPolicy(
                        "p",
                        "P",
                        List.of(
                                new Step(
                                        Duration.ZERO,
                                        List.of(new Who(Kind.FREE, "one").target()))),
                        0,
                        Duration.ofMinutes(10),
                        null,
                        rules);

        // When
        Fired fired = fire(policy, junior, severity);

        // Then
        assertThat(fired.notBefore().isPresent()).isEqualTo(waits);
    }

    private static void check(Case one) {
        Fired fired = fire(one.policy(), one.junior(), 2);
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

    private static Fired fire(EscalationPolicy policy, boolean junior, int severity) {
        Directory directory = new MatrixPeople(junior);
        IncidentAuthors authors =
                new SimulatedAuthors(
                        List.of(new StaffMember.Handle("forum", "Heath")),
                        (accounts, since) -> Uni.createFrom().item(moderators(since)));
        ChooseMethod chooseMethod =
                new ChooseMethod(
                        directory, authors, new Notifiers(List.of(new MatrixPeople.Mail())));
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
                        incident(severity),
                        Position.FIRST,
                        "An incident opened",
                        Optional.of(policy),
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

    private static Incident incident(int severity) {
        return new Incident(
                "in",
                "cm-07",
                new IncidentState.Open(),
                severity,
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                1,
                1,
                NOW,
                NOW);
    }
}
