package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.EventBar;
import org.upstander.alert.domain.EventBar.Decision;
import org.upstander.alert.domain.EventBar.Effect;
import org.upstander.alert.domain.EventMode;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.StaffMember;

/** Weighs attacks as the event modes that hold now want it, and keeps what that changed. */
@ApplicationScoped
class WeighByEvents {

    private final ActiveEventModes modes;
    private final EventModeEffects effects;
    private final Directory directory;

    WeighByEvents(ActiveEventModes modes, EventModeEffects effects, Directory directory) {
        this.modes = modes;
        this.effects = effects;
        this.directory = directory;
    }

    /**
     * @param attacks with the severity that counts, in the same order
     * @param changed decisions that changed something, by assessment
     */
    record Weighed(List<Assessment> attacks, Map<String, Decision> changed) {

        static final Weighed NOTHING = new Weighed(List.of(), Map.of());

        /** Without what by itself calls nobody. */
        List<Grouping.Change> calling(List<Grouping.Change> changes) {
            Set<String> held = new HashSet<>();
            changed.forEach(
                    (id, decision) -> {
                        if (decision.effect() == Effect.HELD) {
                            held.add(id);
                        }
                    });
            return held.isEmpty()
                    ? changes
                    : changes.stream().filter(change -> !EventBar.staysOut(change, held)).toList();
        }

        /** For the timeline: a sentence for each kind of decision, or nothing. */
        String why(Grouping.Change change) {
            return change.attacks().stream()
                    .filter(attack -> changed.containsKey(attack.id()))
                    .map(attack -> ". " + changed.get(attack.id()).reason())
                    .distinct()
                    .collect(Collectors.joining());
        }
    }

    /** Within the caller's transaction; nothing is written. */
    Uni<Weighed> weigh(List<Assessment> assessments, Instant now) {
        Uni<List<EventMode>> active =
                assessments.stream().anyMatch(one -> one.pages(1))
                        ? modes.at(now)
                        : Uni.createFrom().item(List.of());
        return active.chain(
                found ->
                        found.isEmpty()
                                ? Uni.createFrom().item(new Weighed(assessments, Map.of()))
                                : weigh(assessments, found, now));
    }

    private Uni<Weighed> weigh(List<Assessment> assessments, List<EventMode> active, Instant now) {
        return Multi.createFrom()
                .iterable(assessments)
                .onItem()
                .transformToUniAndConcatenate(one -> decide(one, active, now))
                .collect()
                .asList()
                .map(WeighByEvents::weighed);
    }

    /** Writes down what was decided, once the assessments are kept. */
    Uni<Void> keep(Weighed weighed, Instant now) {
        return weighed.changed().isEmpty()
                ? Uni.createFrom().voidItem()
                : effects.add(weighed.changed().values(), now);
    }

    private static Weighed weighed(List<Decision> decisions) {
        Map<String, Decision> changed = new LinkedHashMap<>();
        decisions.stream()
                .filter(one -> one.effect() != Effect.NONE)
                .forEach(one -> changed.put(one.attack().id(), one));
        return new Weighed(decisions.stream().map(Decision::attack).toList(), changed);
    }

    /** Nothing is held from a junior, nor from whoever has a bar of their own. */
    private Uni<Decision> decide(Assessment assessment, List<EventMode> active, Instant now) {
        Decision decision = EventBar.decide(assessment, false, active, now);
        return decision.effect() != Effect.HELD
                ? Uni.createFrom().item(decision)
                : directory
                        .staff(assessment.staffId())
                        .map(
                                staff ->
                                        EventBar.decide(
                                                assessment,
                                                staff.filter(WeighByEvents::isSensitive)
                                                        .isPresent(),
                                                active,
                                                now));
    }

    private static boolean isSensitive(StaffMember member) {
        return member.junior() || member.attackThreshold() != null;
    }
}
