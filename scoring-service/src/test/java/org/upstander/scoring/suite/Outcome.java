package org.upstander.scoring.suite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.ScoredPost;
import org.upstander.scoring.domain.Verdict;
import org.upstander.scoring.suite.SuiteCase.Expectation;

/** A case and what came out. */
record Outcome(SuiteCase given, ScoredPost scored) {

    /** A wrong answer to: is this person attacked? */
    record Wrong(String staff, String expected, Assessment got) {}

    private Map<String, Assessment> byStaff() {
        Map<String, Assessment> byStaff = new HashMap<>();
        scored.assessments().forEach(a -> byStaff.put(a.staffId(), a));
        return byStaff;
    }

    Assessment of(String staff) {
        return byStaff().get(staff);
    }

    static boolean isAttack(Assessment assessment) {
        return assessment != null && assessment.verdict() == Verdict.ATTACK;
    }

    /** Decisions in which the attack was expected and said. */
    List<Expectation> found() {
        return given.expectations().stream()
                .filter(e -> e.isAttack() && isAttack(of(e.staff())))
                .toList();
    }

    /** What is wrong against one of the expected outcomes; empty if it is right. */
    private List<Wrong> wrong(List<Expectation> expected) {
        Map<String, String> verdicts = new HashMap<>();
        expected.forEach(e -> verdicts.put(e.staff(), e.verdict()));
        TreeSet<String> staff = new TreeSet<>(verdicts.keySet());
        staff.addAll(byStaff().keySet());
        return staff.stream()
                .filter(id -> isAttack(of(id)) != "attack".equals(verdicts.get(id)))
                .map(id -> new Wrong(id, verdicts.getOrDefault(id, "nobody meant"), of(id)))
                .toList();
    }

    /** Wrong decisions against the outcome that fits best. */
    List<Wrong> wrong() {
        List<Wrong> least = null;
        for (List<Expectation> expected : given.expected()) {
            List<Wrong> wrong = wrong(expected);
            least = least == null || wrong.size() < least.size() ? wrong : least;
        }
        return least;
    }

    /** Right as a whole; spam must be called spam, too. */
    boolean isRight() {
        boolean nobody = scored.assessments().stream().noneMatch(Outcome::isAttack);
        return given.spam() ? scored.spam() && nobody : wrong().isEmpty();
    }
}
