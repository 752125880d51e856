package org.upstander.alert.domain;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.Routing.Person;
import org.upstander.alert.domain.Routing.Plan;

/** Every step of up to two people, with every two seniors and every rest of a policy. */
class RoutingRulesTest {

    private static final List<Person> KINDS =
            List.of(
                    person("free", NotifyReason.CALLED, false, false),
                    person("quiet", NotifyReason.CALLED, true, false),
                    person("acted", NotifyReason.CALLED, false, true),
                    person("acted-quiet", NotifyReason.CALLED, true, true),
                    person("target", NotifyReason.IS_TARGET, false, false),
                    person("author", NotifyReason.IS_AUTHOR, false, true),
                    person("unverified", NotifyReason.NO_METHOD, true, false),
                    person("nobody", NotifyReason.UNKNOWN_CONTACT, false, false));

    private static Person person(String id, NotifyReason why, boolean quiet, boolean acted) {
        return new Person(id, id, why, quiet, acted);
    }

    /** None, one or two people, each different from those of the other places. */
    private static List<List<Person>> upToTwo(String place) {
        List<List<Person>> all = new ArrayList<>();
        all.add(List.of());
        for (Person first : KINDS) {
            all.add(List.of(named(first, place + "1-")));
            for (Person second : KINDS) {
                all.add(List.of(named(first, place + "1-"), named(second, place + "2-")));
            }
        }
        return all;
    }

    private static Person named(Person kind, String place) {
        return person(place + kind.contactId(), kind.why(), kind.quiet(), kind.acted());
    }

    private record Case(List<Person> step, List<Person> seniors, List<List<Person>> others) {

        Plan plan() {
            return Routing.plan(step, seniors, others);
        }

        List<Person> everybody() {
            return Stream.of(step, seniors, others.stream().flatMap(List::stream).toList())
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
        }

        List<Person> called(Plan plan) {
            return everybody().stream()
                    .filter(
                            one ->
                                    plan.reasons().containsKey(one.contactId())
                                            && plan.reasons().get(one.contactId()).calls())
                    .toList();
        }
    }

    private static Stream<Case> cases() {
        List<List<Person>> rest = upToTwo("other");
        return upToTwo("step").stream()
                .flatMap(
                        step ->
                                upToTwo("senior").stream()
                                        .flatMap(
                                                seniors ->
                                                        rest.stream()
                                                                .flatMap(
                                                                        other ->
                                                                                cases(
                                                                                        step,
                                                                                        seniors,
                                                                                        other))));
    }

    /** The rest stands in one step or, one after the other, in two. */
    private static Stream<Case> cases(List<Person> step, List<Person> seniors, List<Person> rest) {
        return Stream.of(
                new Case(step, seniors, List.of(rest)),
                new Case(step, seniors, rest.stream().map(List::of).toList()));
    }

    @Test
    void whateverThePolicyNamesTheRulesHold() {
        AtomicInteger played = new AtomicInteger();

        cases().forEach(
                        one -> {
                            check(one);
                            played.incrementAndGet();
                        });

        assertThat(played).hasValue(2 * 73 * 73 * 73);
    }

    private static void check(Case one) {
        Plan plan = one.plan();
        List<Person> called = one.called(plan);
        check(
                called.stream().allMatch(person -> person.why() == NotifyReason.CALLED),
                "nobody is called who must not or cannot be",
                one);
        check(
                plan.reasons()
                        .keySet()
                        .containsAll(one.step().stream().map(Person::contactId).toList()),
                "something is said of everybody in the step",
                one);
        check(
                called.isEmpty()
                        || called.stream().anyMatch(person -> !person.acted())
                        || one.everybody().stream()
                                .noneMatch(
                                        person ->
                                                person.why().calls()
                                                        && !person.acted()
                                                        && mayStep(one, person)),
                "who acted is not called alone while anybody else of the policy can be",
                one);
        check(
                plan.onlyWhoActed()
                        == (!called.isEmpty() && called.stream().allMatch(Person::acted)),
                "where only who acted is called, it is said",
                one);
        check(
                one.step().stream().noneMatch(person -> person.why().calls())
                        || one.step().stream().anyMatch(called::contains),
                "a step that can call somebody does",
                one);
        quietHours(one, called);
        seniors(one, called);
        beside(one, plan, called);
    }

    /** A senior beyond the one who is wanted is not looked at again for who acted. */
    private static boolean mayStep(Case one, Person person) {
        return one.step().contains(person)
                || one.others().stream().anyMatch(group -> group.contains(person));
    }

    private static void quietHours(Case one, List<Person> called) {
        for (Person person : one.step()) {
            if (!person.why().calls() || called.contains(person)) {
                continue;
            }
            check(
                    person.quiet()
                            && called.stream()
                                    .anyMatch(
                                            other ->
                                                    one.step().contains(other)
                                                            && !other.quiet()
                                                            && (person.acted() || !other.acted())),
                    "nobody is left out but for quiet hours while somebody fitting is called",
                    one);
        }
        boolean freeInStep =
                one.step().stream().anyMatch(p -> p.why().calls() && !p.quiet() && !p.acted());
        check(
                !freeInStep || one.step().stream().noneMatch(p -> p.quiet() && called.contains(p)),
                "nobody is woken while somebody of the step is awake",
                one);
    }

    private static void seniors(Case one, List<Person> called) {
        boolean possible = one.seniors().stream().anyMatch(person -> person.why().calls());
        check(
                !possible || one.seniors().stream().anyMatch(called::contains),
                "a junior's senior is called whenever one can be",
                one);
        check(
                one.seniors().stream().filter(called::contains).count() <= 1,
                "one senior is enough beside a step",
                one);
    }

    private static void beside(Case one, Plan plan, List<Person> called) {
        List<Person> beside =
                called.stream()
                        .filter(
                                person ->
                                        plan.reasons().get(person.contactId())
                                                == NotifyReason.CALLED_BESIDE_MODERATOR)
                        .toList();
        check(
                beside.isEmpty() || called.stream().allMatch(p -> p.acted() || beside.contains(p)),
                "the rest of the policy is called early only beside who acted",
                one);
        Set<String> awake =
                one.others().stream()
                        .flatMap(List::stream)
                        .filter(p -> p.why().calls() && !p.quiet() && !p.acted())
                        .map(Person::contactId)
                        .collect(toSet());
        check(
                beside.stream().noneMatch(Person::quiet) || awake.isEmpty(),
                "nobody of the rest is woken while somebody there is awake",
                one);
    }

    private static void check(boolean holds, String rule, Case one) {
        if (!holds) {
            throw new AssertionError(
                    "%s: step %s, seniors %s, others %s, plan %s"
                            .formatted(rule, one.step(), one.seniors(), one.others(), one.plan()));
        }
    }
}
