package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.NotifyReason;
import org.upstander.alert.domain.Recipients;
import org.upstander.alert.domain.Routing;
import org.upstander.alert.domain.StaffMember;

/** Looks up what {@link Routing} has to know of a step, and lets it decide. */
@ApplicationScoped
class RouteStep {

    private final Directory directory;
    private final OnCall onCall;
    private final ChooseMethod chooseMethod;
    private final IncidentAuthors authors;
    private final RoutingSettings settings;

    RouteStep(
            Directory directory,
            OnCall onCall,
            ChooseMethod chooseMethod,
            IncidentAuthors authors,
            RoutingSettings settings) {
        this.directory = directory;
        this.onCall = onCall;
        this.chooseMethod = chooseMethod;
        this.authors = authors;
        this.settings = settings;
    }

    /**
     * @param choices for each contact that was thought of, in order
     * @param nobody of each target that names nobody: why; and where nobody else can be called
     */
    record Route(List<ChooseMethod.Choice> choices, List<String> nobody) {}

    /** What is known so far. */
    private record Known(
            PageStore.DuePage page,
            StaffMember staff,
            Instant now,
            Set<String> moderators,
            Map<String, ChooseMethod.Choice> choices) {

        List<Routing.Person> people(List<String> contactIds) {
            return contactIds.stream().distinct().map(choices::get).map(this::person).toList();
        }

        private Routing.Person person(ChooseMethod.Choice choice) {
            Contact contact = choice.contact();
            int weight = staff.weight(page.incident().severity());
            boolean quiet =
                    contact.quietHours() != null
                            && contact.quietHours().hold(weight, now, contact.timeZone());
            return new Routing.Person(
                    contact.id(),
                    contact.person(),
                    choice.why(),
                    quiet,
                    moderators.contains(contact.person()) || moderators.contains(contact.id()));
        }
    }

    /**
     * Reads within the caller's transaction, writes nothing.
     *
     * @param moderators of this page's incident, see {@link #moderators}
     */
    Uni<Route> decide(
            EscalationPolicy policy,
            StaffMember staff,
            PageStore.DuePage page,
            Set<String> moderators,
            Instant now) {
        List<String> seniors = seniors(policy, staff, page);
        Known known = new Known(page, staff, now, moderators, new HashMap<>());
        return people(policy.targets(page.position()), known)
                .call(() -> look(seniors, known))
                .chain(step -> decide(policy, step, seniors, known));
    }

    private Uni<Route> decide(
            EscalationPolicy policy, Recipients step, List<String> seniors, Known known) {
        List<Routing.Person> people = known.people(step.contacts());
        List<Routing.Person> standBy = known.people(seniors);
        // The rest of the policy is looked up only where somebody else may be wanted.
        return (known.moderators().isEmpty()
                        ? Uni.createFrom().item(List.<List<Routing.Person>>of())
                        : others(policy, known))
                .map(others -> Routing.plan(people, standBy, others))
                .map(plan -> route(plan, step, known));
    }

    private Uni<List<List<Routing.Person>>> others(EscalationPolicy policy, Known known) {
        return Multi.createFrom()
                .iterable(policy.others(known.page().position()))
                .onItem()
                .transformToUniAndConcatenate(targets -> people(targets, known))
                .map(found -> known.people(found.contacts()))
                .collect()
                .asList();
    }

    private static Route route(Routing.Plan plan, Recipients step, Known known) {
        List<String> nobody = new ArrayList<>(step.nobody());
        if (plan.onlyWhoActed()) {
            nobody.add("nobody can be called beside whoever acted against an author of the attack");
        }
        return new Route(
                plan.reasons().entrySet().stream()
                        .map(one -> known.choices().get(one.getKey()).because(one.getValue()))
                        .toList(),
                nobody);
    }

    /** For a junior the first step calls the senior, too; the last resort where there is none. */
    private static List<String> seniors(
            EscalationPolicy policy, StaffMember staff, PageStore.DuePage page) {
        if (!staff.junior() || page.position().step() != 0) {
            return List.of();
        }
        return Stream.of(staff.escalation().seniorContactId(), policy.lastResortContactId())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Who acted against authors of these incidents lately, by incident. */
    Uni<Map<String, Set<String>>> moderators(List<PageStore.DuePage> pages) {
        return settings.actedWithin().isZero()
                ? Uni.createFrom().item(Map.of())
                : authors.moderatedBy(
                        pages.stream()
                                .map(PageStore.DuePage::incident)
                                .collect(
                                        Collectors.toMap(
                                                Incident::id,
                                                one -> one.openedAt().minus(settings.actedWithin()),
                                                (one, same) -> one)));
    }

    private Uni<Recipients> people(List<Target> targets, Known known) {
        return onCall.at(known.now(), known.staff(), targets)
                .call(found -> look(found.contacts(), known));
    }

    private Uni<Void> look(List<String> contactIds, Known known) {
        return Multi.createFrom()
                .iterable(contactIds)
                .filter(id -> !known.choices().containsKey(id))
                .onItem()
                .transformToUniAndConcatenate(
                        id -> choice(id, known).invoke(choice -> known.choices().put(id, choice)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<ChooseMethod.Choice> choice(String contactId, Known known) {
        return directory
                .contact(contactId)
                .chain(
                        found ->
                                found.map(
                                                contact ->
                                                        chooseMethod.forStep(
                                                                contact,
                                                                known.staff(),
                                                                known.page().incident()))
                                        .orElseGet(() -> unknown(contactId)));
    }

    private static Uni<ChooseMethod.Choice> unknown(String contactId) {
        Contact nobody = new Contact(contactId, contactId, List.of(), ZoneOffset.UTC, null);
        return Uni.createFrom().item(new ChooseMethod.Choice(nobody, NotifyReason.UNKNOWN_CONTACT));
    }
}
