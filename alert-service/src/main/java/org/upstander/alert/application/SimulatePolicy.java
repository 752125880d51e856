package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.Ids;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.NotifyReason;
import org.upstander.alert.domain.StaffMember;

/**
 * Says who would be paged when. It is the engine itself that decides ({@link FirePage}), about an
 * incident that does not exist; nothing is written and nobody is called.
 */
@ApplicationScoped
public class SimulatePolicy {

    private static final String INCIDENT = "in_simulated";

    /** More than the longest policy has: rounds of 20 steps, each put back once. */
    private static final int MAX_PAGES = 500;

    private static final CallMetrics UNCOUNTED =
            new CallMetrics() {
                @Override
                public void called(NotifyReason reason) {
                    // Nobody is called.
                }

                @Override
                public void nobodyCalled() {
                    // Nobody is called.
                }
            };

    private final Transactions transactions;
    private final Directory directory;
    private final Notifiers notifiers;
    private final ModerationActions actions;
    private final RoutingSettings settings;

    SimulatePolicy(
            Transactions transactions,
            Directory directory,
            Notifiers notifiers,
            ModerationActions actions,
            RoutingSettings settings) {
        this.transactions = transactions;
        this.directory = directory;
        this.notifiers = notifiers;
        this.actions = actions;
        this.settings = settings;
    }

    /**
     * An attack to play through.
     *
     * @param staffId who is attacked
     * @param severity 1 to 4
     * @param authors accounts that wrote the posts
     * @param at when the incident opens
     */
    public record Attack(
            String staffId, int severity, List<StaffMember.Handle> authors, Instant at) {}

    /** What became of the wish. */
    public sealed interface Result {

        record Simulated(Simulation simulation) implements Result {}

        record UnknownPolicy() implements Result {}

        record UnknownStaff() implements Result {}
    }

    public Uni<Result> simulate(String policyId, Attack attack) {
        return transactions.run(
                () ->
                        directory
                                .policy(policyId)
                                .chain(
                                        policy ->
                                                policy.map(known -> checked(known, attack))
                                                        .orElseGet(
                                                                () ->
                                                                        item(
                                                                                new Result
                                                                                        .UnknownPolicy()))));
    }

    private Uni<Result> checked(EscalationPolicy policy, Attack attack) {
        return directory
                .staff(attack.staffId())
                .chain(
                        staff ->
                                staff.isEmpty()
                                        ? item(new Result.UnknownStaff())
                                        : pages(policy, attack)
                                                .map(Simulation::new)
                                                .map(Result.Simulated::new));
    }

    private Uni<List<Simulation.Page>> pages(EscalationPolicy policy, Attack attack) {
        FirePage engine = engine(attack.authors());
        AtomicReference<PageStore.NewPage> next =
                new AtomicReference<>(
                        new PageStore.NewPage(
                                INCIDENT, Position.FIRST, attack.at(), "An incident opened"));
        return Multi.createBy()
                .repeating()
                .uni(() -> fire(engine, next, policy, attack))
                .whilst(played -> played.next().isPresent())
                .select()
                .first(MAX_PAGES)
                .map(Played::page)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    /**
     * @param page what fired, or empty: it was put back
     * @param next what follows, or empty: it is over
     */
    private record Played(Optional<Simulation.Page> page, Optional<PageStore.NewPage> next) {}

    private static Uni<Played> fire(
            FirePage engine,
            AtomicReference<PageStore.NewPage> due,
            EscalationPolicy policy,
            Attack attack) {
        PageStore.NewPage now = due.get();
        PageStore.DuePage page =
                new PageStore.DuePage(
                        Ids.page(INCIDENT, now.position()),
                        incident(attack),
                        now.position(),
                        now.reason(),
                        Optional.of(policy),
                        false,
                        now.position().run());
        return engine.decide(List.of(page), now.dueAt())
                .map(fired -> played(fired.get(0), now, policy))
                .invoke(played -> played.next().ifPresent(due::set));
    }

    private static Played played(Fired fired, PageStore.NewPage now, EscalationPolicy policy) {
        if (fired.notBefore().isPresent()) {
            return new Played(
                    Optional.empty(),
                    fired.notBefore()
                            .map(
                                    at ->
                                            new PageStore.NewPage(
                                                    INCIDENT, now.position(), at, now.reason())));
        }
        return new Played(Optional.of(page(fired, now, policy)), fired.next().stream().findFirst());
    }

    private static Simulation.Page page(
            Fired fired, PageStore.NewPage now, EscalationPolicy policy) {
        return new Simulation.Page(
                now.dueAt(),
                now.position().round() + 1,
                now.position().step() + 1,
                policy.isLastResort(now.position()),
                now.reason(),
                fired.jobs().stream()
                        .filter(DeliveryStore.Job::mayReach)
                        .map(job -> call(job, now.dueAt()))
                        .toList(),
                fired.jobs().stream().anyMatch(job -> job.kind() == DeliveryStore.Kind.NOTICE),
                fired.told());
    }

    private static Simulation.Call call(DeliveryStore.Job job, Instant at) {
        return new Simulation.Call(
                job.contactId(),
                job.channel(),
                job.rule() == null ? at : at.plus(job.rule().after()));
    }

    private FirePage engine(List<StaffMember.Handle> accounts) {
        IncidentAuthors authors = new SimulatedAuthors(accounts, actions);
        ChooseMethod chooseMethod = new ChooseMethod(directory, authors, notifiers);
        RouteStep routeStep =
                new RouteStep(directory, new OnCall(directory), chooseMethod, authors, settings);
        return new FirePage(
                directory, new CallContacts(routeStep, chooseMethod, UNCOUNTED), UNCOUNTED);
    }

    private static Incident incident(Attack attack) {
        return new Incident(
                INCIDENT,
                attack.staffId(),
                new IncidentState.Open(),
                attack.severity(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                1,
                1,
                attack.at(),
                attack.at());
    }

    private static Uni<Result> item(Result result) {
        return Uni.createFrom().item(result);
    }
}
