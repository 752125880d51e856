package org.upstander.scoring.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.text.Folding;

/** Makes rows to learn from. */
final class TrainingRows {
    /** Sets whose licence lets a shipped model be trained on them. */
    static final List<String> PUBLIC =
            List.of(
                    "vcu",
                    "cad-train",
                    "toxic-spans",
                    "jigsaw-sample",
                    "civil-sample",
                    "context-toxicity",
                    "wikipedia-talk-sample",
                    "surge");

    /** Public rows know no target: they lend vocabulary and ordinary talk, no more. */
    static final float PUBLIC_WEIGHT = 0.1f;

    private static final int NEUTRAL = 2;
    private static final int MAX_CHARS = 2000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Folding FOLDING = new Folding();

    private TrainingRows() {}

    /** One row for each mention, in order. */
    static List<TrainingRow> bound(TrainingCorpus.Case c) {
        List<TrainingRow> rows = new ArrayList<>();
        for (Mention m : c.mentions()) {
            // Bound but not labelled: means somebody else, so nothing is done to this person.
            TrainingCorpus.Label label = c.labels().get(m.staffId());
            rows.add(row(c, m, label, label == null ? 0.5f : 1f));
        }
        return rows;
    }

    /** The same and the labelled people whom the binder missed: their words teach too. */
    static List<TrainingRow> all(TrainingCorpus.Case c) {
        List<TrainingRow> rows = bound(c);
        Set<String> seen = new HashSet<>();
        c.mentions().forEach(m -> seen.add(m.staffId()));
        for (TrainingCorpus.Label label : c.labels().values()) {
            if (!seen.contains(label.staff())) {
                rows.add(row(c, nowhere(label.staff(), false), label, 0.7f));
            }
        }
        return rows;
    }

    private static TrainingRow row(
            TrainingCorpus.Case c, Mention m, TrainingCorpus.Label label, float weight) {
        Features features =
                new Features(new MarkedText(c.text(), m, c.mentions()), m, c.mentions().size() - 1);
        int verdict = label == null ? NEUTRAL : label.verdict();
        return TrainingRow.of(features, verdict, verdict == 0 ? 1 : 0, weight);
    }

    static List<TrainingRow> publicRows(Path data) throws IOException {
        List<TrainingRow> rows = new ArrayList<>();
        for (String set : PUBLIC) {
            for (String line : lines(data, set)) {
                JsonNode n = JSON.readTree(line);
                String text = n.get("text").asText();
                int attack = attack(n);
                if (attack >= 0 && text.length() <= MAX_CHARS) {
                    rows.add(publicRow(text, attack));
                }
            }
        }
        return rows;
    }

    /** A public set's lines; none where the set is not there. */
    static List<String> lines(Path data, String set) throws IOException {
        Path file = data.resolve(set + ".jsonl");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static TrainingRow publicRow(String text, int attack) {
        // Half of them as answers, so that being an answer says nothing by itself.
        Mention m = nowhere("x", text.length() % 2 == 0);
        Features features = new Features(new MarkedText(FOLDING.fold(text), m, List.of(m)), m, 0);
        return TrainingRow.of(features, -1, attack, PUBLIC_WEIGHT);
    }

    /** 1, 0, or -1 where the set does not say whether a person is attacked. */
    static int attack(JsonNode n) {
        boolean toxic = n.path("toxic").asInt() == 1;
        if (n.has("attack")) {
            return n.get("attack").asInt() == 1 ? 1 : toxic ? -1 : 0;
        }
        if (n.path("insult").asInt() == 1 || n.path("threat").asInt() == 1) {
            return 1;
        }
        return toxic ? -1 : 0;
    }

    private static Mention nowhere(String staff, boolean answered) {
        return new Mention(
                staff, BindingKind.REPLY, new Span(0, 0), List.of(), 1, answered, false, null);
    }
}
