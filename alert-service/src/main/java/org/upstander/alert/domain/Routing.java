package org.upstander.alert.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who of a step is called, and who is called beside them.
 *
 * <ul>
 *   <li>Quiet hours hold while somebody else of the step is called who may judge it.
 *   <li>For a junior a senior is called at once, too.
 *   <li>Whoever moderated an author of the attack is never called alone, as long as anybody else of
 *       the policy can be: the author may be striking back at them.
 * </ul>
 */
public final class Routing {

    private final List<Person> step;
    private final Map<Person, NotifyReason> decided = new LinkedHashMap<>();

    private Routing(List<Person> step) {
        this.step = step;
    }

    /**
     * A contact that may be called.
     *
     * @param contactId which contact
     * @param who the human behind it: two contacts of one member of staff are one
     * @param why whether they can be called at all
     * @param quiet whether they have quiet hours now
     * @param acted whether they moderated an author of the attack lately
     */
    public record Person(
            String contactId, String who, NotifyReason why, boolean quiet, boolean acted) {}

    /**
     * @param reasons by contact id, in order: those of the step, then those who are called as well
     * @param onlyWhoActed whether somebody is called and nobody but those who acted could be
     */
    public record Plan(Map<String, NotifyReason> reasons, boolean onlyWhoActed) {

        public Plan {
            reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        }
    }

    /**
     * Pure: the same input gives the same output.
     *
     * @param step the people of the step, each contact once
     * @param seniors who may stand by a junior, the best first; empty where none is wanted
     * @param others the people of the rest of the policy, those first who come next
     */
    public static Plan plan(List<Person> step, List<Person> seniors, List<List<Person>> others) {
        Routing routing = new Routing(step);
        routing.step();
        routing.addSenior(seniors);
        boolean alone = routing.onlyWhoActed() && !routing.addOneOf(others);
        Map<String, NotifyReason> reasons = new LinkedHashMap<>();
        routing.decided.forEach((person, why) -> reasons.put(person.contactId(), why));
        return new Plan(reasons, alone);
    }

    private void step() {
        for (Person person : step) {
            boolean holds =
                    person.why().calls()
                            && person.quiet()
                            && step.stream().anyMatch(other -> takesTheCallOf(person, other));
            decided.put(person, holds ? NotifyReason.QUIET_HOURS : person.why());
        }
    }

    /** One who acted does not let one sleep who did not. */
    private static boolean takesTheCallOf(Person quiet, Person other) {
        return other.why().calls() && !other.quiet() && (quiet.acted() || !other.acted());
    }

    private void addSenior(List<Person> seniors) {
        boolean there = seniors.stream().anyMatch(one -> isCalled(one.who()));
        boolean solo =
                decided.keySet().stream().map(Person::who).filter(this::isCalled).distinct().count()
                        < 2;
        if (there && !solo) {
            return;
        }
        firstAwake(seniors, one -> true).ifPresent(one -> call(one, NotifyReason.CALLED_AS_SENIOR));
    }

    private boolean onlyWhoActed() {
        return decided.values().stream().anyMatch(NotifyReason::calls)
                && decided.entrySet().stream()
                        .filter(one -> one.getValue().calls())
                        .allMatch(one -> one.getKey().acted());
    }

    private boolean addOneOf(List<List<Person>> others) {
        List<Person> all = others.stream().flatMap(List::stream).toList();
        Optional<Person> best = firstAwake(all, one -> !one.acted());
        if (best.isEmpty()) {
            return false;
        }
        others.stream()
                .filter(group -> group.contains(best.get()))
                .findFirst()
                .orElseThrow()
                .stream()
                .filter(one -> !one.acted() && one.quiet() == best.get().quiet())
                .forEach(
                        one -> {
                            if (isFree(one)) {
                                call(one, NotifyReason.CALLED_BESIDE_MODERATOR);
                            }
                        });
        return true;
    }

    /** Somebody awake, else somebody at all, whose human is not called yet. */
    private Optional<Person> firstAwake(List<Person> people, Predicate<Person> wanted) {
        List<Person> free = people.stream().filter(this::isFree).filter(wanted).toList();
        return free.stream()
                .filter(one -> !one.quiet())
                .findFirst()
                .or(() -> free.stream().findFirst());
    }

    private boolean isFree(Person person) {
        return person.why().calls() && !isCalled(person.who());
    }

    private boolean isCalled(String who) {
        return decided.entrySet().stream()
                .anyMatch(one -> one.getValue().calls() && one.getKey().who().equals(who));
    }

    private void call(Person person, NotifyReason why) {
        decided.put(person, why);
    }
}
