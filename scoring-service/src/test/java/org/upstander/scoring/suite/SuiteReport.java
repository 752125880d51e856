package org.upstander.scoring.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.upstander.scoring.domain.Assessment;

/** Tells what came out of a suite: a table for people, JSON for programs. */
final class SuiteReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Outcome> outcomes;
    private final SuiteFigures figures;
    private final boolean texts;

    /**
     * @param texts whether the posts of wrong decisions are shown
     */
    SuiteReport(List<Outcome> outcomes, SuiteFigures figures, boolean texts) {
        this.outcomes = outcomes;
        this.figures = figures;
        this.texts = texts;
    }

    void print(PrintStream out) {
        out.printf("%-52s cases right found false missed pairs%n", "function");
        figures.functions().forEach((function, count) -> print(function, count, out));
        print("all", figures.all(), out);
        figures.named().forEach((name, value) -> out.printf(Locale.ROOT, "%s %.3f%n", name, value));
        out.println("expected, and what came out:");
        figures.confusion().forEach((expected, got) -> out.println("  " + expected + " " + got));
        for (Outcome outcome : outcomes) {
            outcome.wrong().forEach(wrong -> print(outcome, wrong, out));
            if (outcome.given().spam() && !outcome.scored().spam()) {
                out.println("wrong: " + outcome.given().id() + " expected spam");
            }
        }
    }

    private static void print(String function, SuiteFigures.Count count, PrintStream out) {
        out.printf(
                "%-52s %5d %5d %5d %5d %6d %2d/%d%n",
                function,
                count.cases,
                count.right,
                count.found,
                count.falseAlarms,
                count.missed,
                count.pairsRight,
                count.pairs);
    }

    private void print(Outcome outcome, Outcome.Wrong wrong, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "wrong: %s %s expected %s, got %s%s%n",
                outcome.given().id(),
                wrong.staff(),
                wrong.expected(),
                got(wrong.got()),
                texts ? ": " + outcome.given().post().text() : "");
    }

    private static String got(Assessment got) {
        return got == null
                ? "not bound"
                : "%s %.2f by %s"
                        .formatted(got.verdict().wire(), got.score(), got.binding().how().wire());
    }

    void write(Path file, String model) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("model", model);
        ObjectNode named = root.putObject("figures");
        figures.named().forEach((name, value) -> named.put(name, value.isNaN() ? null : value));
        ObjectNode functions = root.putObject("functions");
        figures.functions()
                .forEach((function, count) -> write(count, functions.putObject(function)));
        write(figures.all(), root.putObject("all"));
        root.set("confusion", JSON.valueToTree(figures.confusion()));
        ArrayNode wrong = root.putArray("wrong");
        for (Outcome outcome : outcomes) {
            for (Outcome.Wrong one : outcome.wrong()) {
                ObjectNode entry = wrong.addObject();
                entry.put("id", outcome.given().id()).put("staff", one.staff());
                entry.put("expected", one.expected()).put("got", got(one.got()));
            }
        }
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static void write(SuiteFigures.Count count, ObjectNode node) {
        node.put("cases", count.cases).put("right", count.right);
        node.put("found", count.found).put("falseAlarms", count.falseAlarms);
        node.put("missed", count.missed);
        node.put("pairs", count.pairs).put("pairsRight", count.pairsRight);
    }
}
