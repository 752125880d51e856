package org.upstander.scoring.judgement;

import java.util.ArrayList;
import java.util.List;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.text.Folding;

/** Makes the linear model's rows of cases and of public texts. */
final class TrainingRows {
    /** They lend vocabulary and ordinary talk, no more. */
    private static final float PUBLIC_WEIGHT = 0.1f;

    private static final float UNLABELLED_WEIGHT = 0.5f;
    private static final float MISSED_WEIGHT = 0.7f;
    private static final int MAX_CHARS = 2000;
    private static final Folding FOLDING = new Folding();

    private TrainingRows() {}

    /** One row for each mention, in order. */
    static List<TrainingRow> bound(TrainingCorpus.Case c) {
        return c.bound().stream()
                .map(person -> row(c, person, person.label() == null ? UNLABELLED_WEIGHT : 1f))
                .toList();
    }

    /** The same and the labelled people whom the binder missed. */
    static List<TrainingRow> all(TrainingCorpus.Case c) {
        List<TrainingRow> rows = new ArrayList<>(bound(c));
        c.missed().forEach(person -> rows.add(row(c, person, MISSED_WEIGHT)));
        return rows;
    }

    private static TrainingRow row(
            TrainingCorpus.Case c, TrainingCorpus.Person person, float weight) {
        Mention m = person.mention();
        Features features =
                new Features(new MarkedText(c.text(), m, c.mentions()), m, c.mentions().size() - 1);
        return TrainingRow.of(features, person.verdict(), person.isAttack() ? 1 : 0, weight);
    }

    static List<TrainingRow> publicRows(PublicSets sets) {
        List<TrainingRow> rows = new ArrayList<>();
        for (List<PublicSets.Text> texts : sets.attacks().values()) {
            for (PublicSets.Text text : texts) {
                if (text.attack() >= 0 && text.text().length() <= MAX_CHARS) {
                    rows.add(publicRow(text));
                }
            }
        }
        return rows;
    }

    private static TrainingRow publicRow(PublicSets.Text given) {
        PublicPost post = PublicPost.of(given);
        Mention m = post.mention();
        MarkedText marked = new MarkedText(FOLDING.fold(post.text()), m, List.of(m));
        return TrainingRow.of(new Features(marked, m, 0), -1, given.attack(), PUBLIC_WEIGHT);
    }
}
