package org.upstander.scoring.judgement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.upstander.scoring.domain.Category;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.suite.SuiteCase.Expectation;
import org.upstander.scoring.text.Folding;

/** Makes an encoder's rows of cases and of public texts. */
final class EncoderRows {
    private static final float MISSED_WEIGHT = 0.7f;
    private static final int MAX_PUBLIC_CHARS = 700;

    private static final Folding FOLDING = new Folding();

    private final EncoderTokenizer tokenizer;
    private final Teachers teachers;
    private final boolean marked;

    /**
     * @param marked whether it is told whom it judges for, see {@link Unmarked}
     */
    EncoderRows(EncoderTokenizer tokenizer, Teachers teachers, boolean marked) {
        this.tokenizer = tokenizer;
        this.teachers = teachers;
        this.marked = marked;
    }

    /** One row for each mention, in order. */
    List<EncoderRow> bound(TrainingCorpus.Case c) {
        return c.bound().stream().map(person -> row(c, person, 1f)).toList();
    }

    /** The same and the labelled people whom the binder missed. */
    List<EncoderRow> all(TrainingCorpus.Case c) {
        List<EncoderRow> rows = new ArrayList<>(bound(c));
        c.missed().forEach(person -> rows.add(row(c, person, MISSED_WEIGHT)));
        return rows;
    }

    private EncoderRow row(TrainingCorpus.Case c, TrainingCorpus.Person person, float weight) {
        Mention m = person.mention();
        EncoderTokens tokens = tokens(c.post(), c.text(), m, c.mentions());
        float teacher = teachers.ofPost(c.given().id(), m.staffId());
        return person.isAttack()
                ? new EncoderRow(
                        tokens,
                        person.verdict(),
                        1,
                        teacher,
                        details(person.label()),
                        evidence(c.text(), tokens, person.label().evidence()),
                        weight,
                        twins(c, m.staffId()))
                : new EncoderRow(
                        tokens,
                        person.verdict(),
                        0,
                        teacher,
                        unknown(),
                        null,
                        weight,
                        twins(c, m.staffId()));
    }

    private static String twins(TrainingCorpus.Case c, String staff) {
        String id = c.given().id();
        String twin = c.given().pair();
        return twin == null ? null : (id.compareTo(twin) < 0 ? id : twin) + " " + staff;
    }

    private static byte[] details(Expectation label) {
        byte[] details = new byte[EncoderHeads.DETAILS];
        for (Category category : Category.values()) {
            boolean has = label.categories().contains(category.wire());
            details[category.ordinal()] = (byte) (has ? 1 : 0);
        }
        for (int s = 2; s <= 4; s++) {
            details[EncoderHeads.CATEGORIES + s - 2] = (byte) (label.severity() >= s ? 1 : 0);
        }
        return details;
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

    /**
     * Harmless public texts: ordinary talk, also heated. Public attacks make false pages and bring
     * nothing in a community (RATIONALE R-108), so only the linear model learns from them.
     *
     * @param weight how much one counts against one of ours
     */
    List<EncoderRow> harmless(PublicSets sets, float weight) {
        return sets.attacks().values().stream()
                .flatMap(List::stream)
                .filter(EncoderRows::isRead)
                .filter(text -> text.attack() == 0)
                .map(text -> publicRow(text, weight))
                .toList();
    }

    /** Whether a public text can be learnt from at all. */
    static boolean isRead(PublicSets.Text given) {
        return given.attack() >= 0
                && given.text().length() <= MAX_PUBLIC_CHARS
                && !given.text().isBlank();
    }

    EncoderRow publicRow(PublicSets.Text given, float weight) {
        PublicPost named = PublicPost.of(given);
        Mention m = named.mention();
        Post post =
                new Post(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        named.text(),
                        false,
                        null,
                        null,
                        null);
        EncoderTokens tokens = tokens(post, FOLDING.fold(named.text()), m, List.of(m));
        return new EncoderRow(
                tokens,
                -1,
                given.attack(),
                teachers.ofPublic(given.key()),
                unknown(),
                null,
                weight,
                null);
    }

    private EncoderTokens tokens(Post post, FoldedText folded, Mention m, List<Mention> all) {
        MarkedText text = new MarkedText(folded, m, all);
        EncoderTokens tokens = tokenizer.cut(new EncoderText(post, text, m, all));
        return marked ? tokens : Unmarked.of(tokens);
    }

    private static byte[] unknown() {
        byte[] details = new byte[EncoderHeads.DETAILS];
        Arrays.fill(details, (byte) -1);
        return details;
    }
}
