package org.upstander.alert.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an {@link EventMode} makes of an attack. Pure.
 *
 * <pre>
 * leads to a person (threat, doxxing, …, a protected name) ──▶ one severity more
 * mild, severity 1 or 2, less probable than the mode asks ───▶ held: opens no incident
 * everything else ───────────────────────────────────────────▶ as without the mode
 * </pre>
 */
public final class EventBar {

    private static final int WORST = 4;
    private static final String PROTECTED = "protected";

    /** From the screen to the person. */
    private static final Set<String> LEADING =
            Set.of("threat", "doxxing", "stalking", "incitement", "extortion");

    /** As near to criticism as an attack is. */
    private static final Set<String> MILD = Set.of("insult", "demeaning");

    private EventBar() {}

    /** What is done. */
    public enum Effect {
        /** As without the mode. */
        NONE,
        /** It is kept, and by itself calls nobody. */
        HELD,
        /** It weighs one severity more. */
        RAISED;

        /** As it is written in JSON and in the database. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param effect what is done
     * @param attack with the severity that counts
     * @param modeId which mode did it, or null
     * @param reason a sentence for the timeline; empty where nothing is done
     */
    public record Decision(Effect effect, Assessment attack, String modeId, String reason) {}

    /**
     * @param assessment as scored
     * @param sensitive whether nothing is held from this person: a junior, or one with a bar of
     *     their own
     * @param modes that may concern it
     */
    public static Decision decide(
            Assessment assessment, boolean sensitive, Collection<EventMode> modes, Instant now) {
        List<EventMode> concerned =
                assessment.pages(1)
                        ? modes.stream()
                                .filter(
                                        mode ->
                                                mode.concerns(
                                                        assessment.staffId(),
                                                        assessment.post().source(),
                                                        now))
                                .sorted(Comparator.comparing(EventMode::id))
                                .toList()
                        : List.of();
        if (concerned.isEmpty()) {
            return none(assessment);
        }
        if (leadsToAPerson(assessment)) {
            return raised(assessment, concerned.get(0));
        }
        return sensitive || !isMild(assessment) ? none(assessment) : held(assessment, concerned);
    }

    /** Whether it leads from the screen to a person. */
    public static boolean leadsToAPerson(Assessment assessment) {
        return PROTECTED.equals(assessment.binding())
                || assessment.categories().stream().anyMatch(LEADING::contains);
    }

    /** Whether only such are left out as change nothing about whom to call. */
    public static boolean staysOut(Grouping.Change change, Set<String> held) {
        return change.attacks().stream().allMatch(attack -> held.contains(attack.id()))
                && (change.opened()
                        || change.before().isResolved()
                        || change.incident().severity() > change.before().severity());
    }

    private static boolean isMild(Assessment assessment) {
        return !assessment.categories().isEmpty() && MILD.containsAll(assessment.categories());
    }

    private static Decision raised(Assessment attack, EventMode mode) {
        if (attack.severity() >= WORST) {
            return none(attack);
        }
        int severity = attack.severity() + 1;
        return new Decision(
                Effect.RAISED,
                attack.counting(attack.verdict(), severity),
                mode.id(),
                "%s: what leads to a person weighs one severity more, %d instead of %d"
                        .formatted(title(mode), severity, attack.severity()));
    }

    private static Decision held(Assessment attack, List<EventMode> modes) {
        EventMode strictest =
                modes.stream()
                        .max(
                                Comparator.comparingDouble(
                                        mode -> mode.kind().leastProbability(attack.severity())))
                        .orElseThrow();
        double least = strictest.kind().leastProbability(attack.severity());
        if (attack.score() >= least) {
            return none(attack);
        }
        return new Decision(
                Effect.HELD,
                attack,
                strictest.id(),
                String.format(
                        Locale.ROOT,
                        "%s: severity %d opens an incident from a probability of %.2f on, this has %s",
                        title(strictest),
                        attack.severity(),
                        least,
                        BigDecimal.valueOf(attack.score()).setScale(2, RoundingMode.FLOOR)));
    }

    private static Decision none(Assessment assessment) {
        return new Decision(Effect.NONE, assessment, null, "");
    }

    private static String title(EventMode mode) {
        return "Event mode %s (%s)".formatted(mode.id(), mode.kind().words());
    }
}
