package org.upstander.scoring.suite;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.suite.SuiteCase.Expectation;

/** What StaffCheck counts, as its README says. */
final class SuiteFigures {
    /** Words of a suite for categories that the contract calls otherwise. */
    private static final Map<String, Set<String>> SAME =
            Map.of(
                    "insult", Set.of("demeaning", "defamation"),
                    "demeaning", Set.of("insult", "defamation"),
                    "defamation", Set.of("insult", "demeaning"),
                    "extortion", Set.of("threat"),
                    "threat", Set.of("extortion"));

    private final Map<String, Count> functions = new TreeMap<>();
    private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();
    private final Count all = new Count();

    /** Counts of one function, or of all. */
    static final class Count {
        int cases;
        int right;
        int found;
        int falseAlarms;
        int missed;
        int pairs;
        int pairsRight;
        int categoriesRight;
        int severityExact;
        int severityWithinOne;
        int spam;
        int spamRight;
        int open;
        int openRight;

        double precision() {
            return share(found, found + falseAlarms);
        }

        double recall() {
            return share(found, found + missed);
        }

        double f1() {
            return share(2 * found, 2 * found + falseAlarms + missed);
        }
    }

    SuiteFigures(List<Outcome> outcomes) {
        Map<String, Outcome> byId = new HashMap<>();
        outcomes.forEach(outcome -> byId.put(outcome.given().id(), outcome));
        for (Outcome outcome : outcomes) {
            Count own = functions.computeIfAbsent(outcome.given().function(), any -> new Count());
            count(outcome, own);
            count(outcome, all);
            Outcome twin = byId.get(outcome.given().pair());
            if (twin != null && outcome.given().id().compareTo(twin.given().id()) < 0) {
                boolean right = outcome.isRight() && twin.isRight();
                countPair(own, right);
                countPair(all, right);
            }
        }
    }

    Map<String, Count> functions() {
        return functions;
    }

    Count all() {
        return all;
    }

    /** Cases by expected verdict, then by the one that came out; {@code not bound} for none. */
    Map<String, Map<String, Integer>> confusion() {
        return confusion;
    }

    /** The figures that a threshold may be set for, by name. */
    Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("precision", all.precision());
        named.put("recall", all.recall());
        named.put("f1", all.f1());
        named.put("pairs", share(all.pairsRight, all.pairs));
        named.put("category", share(all.categoriesRight, all.found));
        named.put("severityExact", share(all.severityExact, all.found));
        named.put("severityWithinOne", share(all.severityWithinOne, all.found));
        named.put("spam", share(all.spamRight, all.spam));
        named.put("anyOf", share(all.openRight, all.open));
        return named;
    }

    private static void countPair(Count count, boolean right) {
        count.pairs++;
        count.pairsRight += right ? 1 : 0;
    }

    private void count(Outcome outcome, Count count) {
        SuiteCase given = outcome.given();
        count.cases++;
        count.right += outcome.isRight() ? 1 : 0;
        if (given.spam()) {
            count.spam++;
            count.spamRight += outcome.isRight() ? 1 : 0;
        }
        if (given.isOpen()) {
            count.open++;
            count.openRight += outcome.isRight() ? 1 : 0;
            return;
        }
        for (Outcome.Wrong wrong : outcome.wrong()) {
            count.falseAlarms += Outcome.isAttack(wrong.got()) ? 1 : 0;
            count.missed += Outcome.isAttack(wrong.got()) ? 0 : 1;
        }
        for (Expectation expected : outcome.found()) {
            countFound(count, expected, outcome.of(expected.staff()));
        }
        if (count == all) {
            given.expectations().forEach(e -> confuse(e, outcome.of(e.staff())));
        }
    }

    private static void countFound(Count count, Expectation expected, Assessment got) {
        count.found++;
        boolean named =
                got.categories().stream()
                        .map(c -> c.category().wire())
                        .anyMatch(
                                name ->
                                        expected.categories().stream()
                                                .anyMatch(
                                                        wanted ->
                                                                wanted.equals(name)
                                                                        || SAME.getOrDefault(
                                                                                        wanted,
                                                                                        Set.of())
                                                                                .contains(name)));
        count.categoriesRight += named ? 1 : 0;
        int apart = Math.abs(expected.severity() - got.severity());
        count.severityExact += apart == 0 ? 1 : 0;
        count.severityWithinOne += apart <= 1 ? 1 : 0;
    }

    private void confuse(Expectation expected, Assessment got) {
        confusion
                .computeIfAbsent(expected.verdict(), any -> new TreeMap<>())
                .merge(got == null ? "not bound" : got.verdict().wire(), 1, Integer::sum);
    }

    /** Not a number where nothing was measured: no threshold is reached by that. */
    private static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : part / (double) whole;
    }
}
