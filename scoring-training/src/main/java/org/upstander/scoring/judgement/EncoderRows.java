package org.upstander.scoring.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Category;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.text.Folding;

/** Makes an encoder's rows of cases and of public texts. */
final class EncoderRows {
    private static final int NEUTRAL = 2;
    private static final int MAX_PUBLIC_CHARS = 500;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Folding FOLDING = new Folding();

    private final EncoderTokenizer tokenizer;

    EncoderRows(EncoderTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** One row for each mention, in order. */
    List<EncoderRow> bound(TrainingCorpus.Case c) {
        List<EncoderRow> rows = new ArrayList<>();
        for (Mention m : c.mentions()) {
            TrainingCorpus.Label label = c.labels().get(m.staffId());
            rows.add(row(c, m, label, 1f));
        }
        return rows;
    }

    /** The same and the labelled people whom the binder missed. */
    List<EncoderRow> all(TrainingCorpus.Case c) {
        List<EncoderRow> rows = bound(c);
        Set<String> seen = new HashSet<>();
        c.mentions().forEach(m -> seen.add(m.staffId()));
        for (TrainingCorpus.Label label : c.labels().values()) {
            if (!seen.contains(label.staff())) {
                rows.add(row(c, nowhere(label.staff(), false), label, 0.7f));
            }
        }
        return rows;
    }

    private EncoderRow row(
            TrainingCorpus.Case c, Mention m, TrainingCorpus.Label label, float weight) {
        EncoderTokens tokens = tokenizer.cut(new EncoderText(c.post(), c.text(), m, c.mentions()));
        int verdict = label == null ? NEUTRAL : label.verdict();
        byte[] details = unknown();
        byte[] evidence = null;
        if (verdict == 0) {
            for (Category category : Category.values()) {
                boolean has = label.categories().contains(category.wire());
                details[category.ordinal()] = (byte) (has ? 1 : 0);
            }
            for (int s = 2; s <= 4; s++) {
                details[EncoderHeads.CATEGORIES + s - 2] = (byte) (label.severity() >= s ? 1 : 0);
            }
            evidence = evidence(c.text(), tokens, label.evidence());
        }
        return new EncoderRow(tokens, verdict, verdict == 0 ? 1 : 0, details, evidence, weight);
    }

    private static byte[] evidence(FoldedText text, EncoderTokens tokens, List<String> evidence) {
        byte[] marks = new byte[tokens.count()];
        for (String part : evidence) {
            int at = text.original().indexOf(part);
            if (at >= 0) {
                int from = text.indexOf(at);
                int to = text.indexOf(at + part.length());
                for (int i = 0; i < marks.length; i++) {
                    if (tokens.starts()[i] >= from && tokens.ends()[i] < to) {
                        marks[i] = 1;
                    }
                }
            }
        }
        return marks;
    }

    /** Texts that know no target: they lend ways of insulting, and ordinary talk. */
    List<EncoderRow> publicRows(Path data, float weight) throws IOException {
        List<EncoderRow> rows = new ArrayList<>();
        for (String set : TrainingRows.PUBLIC) {
            int number = 0;
            for (String line : TrainingRows.lines(data, set)) {
                JsonNode n = JSON.readTree(line);
                String text = n.get("text").asText();
                int attack = TrainingRows.attack(n);
                boolean kept = attack == 1 || number++ % 4 == 0;
                if (attack >= 0 && kept && text.length() <= MAX_PUBLIC_CHARS) {
                    rows.add(publicRow(text, attack, weight));
                }
            }
        }
        return rows;
    }

    private EncoderRow publicRow(String text, int attack, float weight) {
        // Half of them as answers, so that being an answer says nothing by itself.
        Mention m = nowhere("x", text.length() % 2 == 0);
        Post post =
                new Post(null, null, null, null, null, null, null, text, false, null, null, null);
        EncoderTokens tokens =
                tokenizer.cut(new EncoderText(post, FOLDING.fold(text), m, List.of(m)));
        return new EncoderRow(tokens, -1, attack, unknown(), null, weight);
    }

    private static byte[] unknown() {
        byte[] details = new byte[EncoderHeads.DETAILS];
        Arrays.fill(details, (byte) -1);
        return details;
    }

    private static Mention nowhere(String staff, boolean answered) {
        return new Mention(
                staff, BindingKind.REPLY, new Span(0, 0), List.of(), 1, answered, false, null);
    }
}
