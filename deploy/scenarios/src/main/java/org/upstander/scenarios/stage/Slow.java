package org.upstander.scenarios.stage;

import java.util.List;
import java.util.function.Predicate;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Verdict;
import org.upstander.alert.domain.pattern.Finding;
import org.upstander.alert.domain.pattern.PatternKind;
import org.upstander.alert.domain.pattern.Patterns;

/**
 * Patterns that are runs of posts in order. Where the run ends depends on each post in it, so they
 * are judged once those that may still come are there, as brewing is; minutes are nothing to them.
 */
final class Slow {

    private Slow() {}

    /** What is not to be waited for. */
    static Patterns.Weighed without(Patterns.Weighed weighed, Assessment scored) {
        return keep(weighed, scored, finding -> !finding.kind().isSlow());
    }

    /** What was waited for. */
    static Patterns.Weighed only(Patterns.Weighed weighed, Assessment scored) {
        return keep(weighed, scored, finding -> finding.kind().isSlow());
    }

    private static Patterns.Weighed keep(
            Patterns.Weighed weighed, Assessment scored, Predicate<Finding> wanted) {
        List<Finding> kept = weighed.findings().stream().filter(wanted).toList();
        boolean attack = scored.pages(Rules.PAGE_FROM);
        if (!attack && kept.stream().allMatch(one -> one.kind() == PatternKind.APPROACH)) {
            // By itself it is none of a post, only of an attack.
            kept = List.of();
        }
        int severity = kept.stream().mapToInt(Finding::severity).max().orElse(0);
        return new Patterns.Weighed(
                severity == 0
                        ? scored
                        : scored.counting(Verdict.ATTACK, Math.max(severity, scored.severity())),
                kept);
    }
}
