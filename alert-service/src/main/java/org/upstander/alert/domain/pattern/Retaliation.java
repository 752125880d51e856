package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.Verdict;

/**
 * Revenge: a moderation action opens a window of risk from whom it was taken against to whoever
 * took it, and to the whole team where nobody says who did. The risk halves with each {@code
 * halfLife}; it lowers the bar for an attack and lets one weigh a severity more.
 *
 * @see Settings
 */
public final class Retaliation {

    private static final int WORST = 4;

    /** As low as anybody's own bar may be: below it every mention would count. */
    private static final double LEAST_BAR = 0.05;

    private final Settings settings;

    /**
     * @param window how long an action counts
     * @param halfLife in which the risk halves
     * @param lowersBy how much lower the bar is right after an action, 0 to 1
     * @param unknownActor what the risk to each of a team is, as a part of that to a known actor
     * @param raisesFrom least risk at which an attack weighs one severity more, 0 to 1
     */
    public record Settings(
            Duration window,
            Duration halfLife,
            double lowersBy,
            double unknownActor,
            double raisesFrom) {

        public static final Settings USUAL =
                new Settings(Duration.ofDays(90), Duration.ofDays(21), 0.2, 0.5, 0.1);
    }

    public Retaliation(Settings settings) {
        this.settings = settings;
    }

    /**
     * What an action makes of the time after it.
     *
     * @return 0 to 1; never more later than before
     */
    public double risk(Encounter.Act act, Instant at) {
        Duration since = Duration.between(act.at(), at);
        if (since.isNegative() || since.compareTo(settings.window()) > 0) {
            return 0;
        }
        double halves = (double) since.toMillis() / settings.halfLife().toMillis();
        return (act.byStaffId() == null ? settings.unknownActor() : 1) * Math.pow(2, -halves);
    }

    /**
     * What a post is within a window of risk.
     *
     * @return empty where it is as without
     */
    public Optional<Finding> find(Encounter encounter, Sighting post) {
        if (post.spam() || post.verdict() == Verdict.SUPPORTIVE) {
            return Optional.empty();
        }
        return encounter.acts().stream()
                .filter(act -> act.concerns(encounter.person().staffId()))
                .max(
                        Comparator.comparingDouble((Encounter.Act act) -> risk(act, post.at()))
                                .thenComparing(Encounter.Act::at))
                .flatMap(act -> find(encounter.person(), act, post));
    }

    private Optional<Finding> find(Person person, Encounter.Act act, Sighting post) {
        double risk = risk(act, post.at());
        boolean attack = post.isAttack();
        if (risk == 0 || !attack && post.score() < lowered(person.bar(), risk)) {
            return Optional.empty();
        }
        boolean raised = attack && risk >= settings.raisesFrom();
        int severity = Math.min(WORST, Math.max(1, post.severity()) + (raised ? 1 : 0));
        return Optional.of(
                Finding.of(PatternKind.RETALIATION, severity, reason(act, post), List.of(post)));
    }

    private double lowered(double bar, double risk) {
        return Math.max(LEAST_BAR, bar - settings.lowersBy() * risk);
    }

    private static String reason(Encounter.Act act, Sighting post) {
        return "Retaliation: %s after %s%s%s"
                .formatted(
                        Spans.words(Duration.between(act.at(), post.at())),
                        words(act.action()),
                        act.byStaffId() == null
                                ? ", by whom is not known"
                                : " by " + act.byStaffId(),
                        act.link() == null ? "" : ", of another account: " + act.link());
    }

    private static String words(String action) {
        return switch (action) {
            case "ban" -> "the ban";
            case "suspend" -> "the suspension";
            case "mute" -> "the mute";
            case "warn" -> "the warning";
            case "remove-post" -> "the removal of a post";
            case "reject-entry" -> "the rejection of an entry";
            default -> "a moderation action";
        };
    }
}
