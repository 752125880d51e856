package org.upstander.scoring.judgement;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.upstander.scoring.application.Judge;
import org.upstander.scoring.application.LiveThresholds;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.Assessment.Binding;
import org.upstander.scoring.domain.Assessment.CategoryScore;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Category;
import org.upstander.scoring.domain.Evidence;
import org.upstander.scoring.domain.Explanation;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.domain.Thresholds;
import org.upstander.scoring.domain.Verdict;

/**
 * Judges by two models of a text in which the person is marked: an encoder, and a linear one over
 * n-grams. One rule stands above them, because it is certain: a protected identifier in a post is
 * doxxing.
 */
public final class TargetJudge implements Judge {
    static final String LINEAR = "linear.bin";

    private static final String PROTECTED_RULE = "protected-identifier";
    private static final Category[] CATEGORIES = Category.values();
    private static final Verdict[] VERDICTS = Verdict.values();

    private final EncoderModel encoder;
    private final LinearModel linear;
    private final SpamFilter spam;
    private final LanguageTable languages;
    private final LiveThresholds thresholds;

    private TargetJudge(
            EncoderModel encoder,
            LinearModel linear,
            SpamFilter spam,
            LanguageTable languages,
            LiveThresholds thresholds) {
        this.encoder = encoder;
        this.linear = linear;
        this.spam = spam;
        this.languages = languages;
        this.thresholds = thresholds;
    }

    /** The models in this package's resources, under thresholds that never change. */
    public static TargetJudge shipped(Thresholds thresholds) {
        return shipped(new LiveThresholds(thresholds));
    }

    /** The models in this package's resources. */
    public static TargetJudge shipped(LiveThresholds thresholds) {
        try (InputStream raw = TargetJudge.class.getResourceAsStream(LINEAR)) {
            if (raw == null) {
                throw new IllegalStateException(
                        LINEAR + " is missing; make it with mvn -Ptrain, see scoring-training");
            }
            DataInputStream in = new DataInputStream(new BufferedInputStream(raw));
            return new TargetJudge(
                    EncoderModel.shipped(),
                    LinearModel.read(in),
                    new SpamFilter(SpamModel.read(in)),
                    LanguageTable.read(in),
                    thresholds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String model() {
        return encoder.blend().version();
    }

    @Override
    public boolean isSpam(Post post, FoldedText text) {
        return spam.isSpam(post, text, thresholds.current().live().spam());
    }

    @Override
    public String language(Post post, FoldedText text) {
        return post.language() != null ? post.language() : languages.tell(text);
    }

    @Override
    public Assessment judge(Post post, FoldedText text, Mention target, List<Mention> all) {
        LiveThresholds.InForce inForce = thresholds.current();
        if (target.how() == BindingKind.PROTECTED) {
            return doxxing(target, inForce.shadow() != null);
        }
        Thresholds live = inForce.live();
        MarkedText marked = new MarkedText(text, target, all);
        EncoderHeads.Reading reading = encoder.read(post, marked, target, all);
        double encoded = LinearModel.margin(reading.verdicts());
        Features features = new Features(marked, target, all.size() - 1);
        double counted = LinearModel.margin(linear.verdicts(features));
        double score = encoder.blend().attack(encoded, counted);
        List<CategoryScore> categories = categories(reading.details());
        Verdict verdict = verdict(score, live.bar(target), reading);
        boolean attack = verdict == Verdict.ATTACK;
        return new Assessment(
                target.staffId(),
                verdict,
                attack ? severity(reading.details(), live.severity()) : 0,
                score,
                attack ? named(categories, live.category()) : List.of(),
                binding(text, target),
                attack
                        ? new EncoderEvidence(text, reading).find(categories.get(0).category())
                        : List.of(),
                new Explanation(
                        null,
                        live.bar(target),
                        logistic(encoded),
                        logistic(counted),
                        categories,
                        target.spans(),
                        target.answered(),
                        target.confidence()),
                inForce.shadow() == null
                        ? null
                        : verdict(score, inForce.shadow().bar(target), reading));
    }

    @Override
    public Assessment asAttack(
            Assessment judged, Post post, FoldedText text, Mention target, List<Mention> all) {
        Thresholds live = thresholds.current().live();
        // Read again, because nobody keeps the readings of what was no attack.
        EncoderHeads.Reading reading =
                encoder.read(post, new MarkedText(text, target, all), target, all);
        List<CategoryScore> categories = judged.explanation().categories();
        return new Assessment(
                judged.staffId(),
                Verdict.ATTACK,
                severity(reading.details(), live.severity()),
                judged.score(),
                named(categories, live.category()),
                judged.binding(),
                new EncoderEvidence(text, reading).find(categories.get(0).category()),
                judged.explanation(),
                judged.shadow());
    }

    private static Verdict verdict(double score, double bar, EncoderHeads.Reading reading) {
        return score >= bar ? Verdict.ATTACK : strongestOther(reading.verdicts());
    }

    private static Verdict strongestOther(float[] verdicts) {
        int best = 1;
        for (int k = 2; k < verdicts.length; k++) {
            best = verdicts[k] > verdicts[best] ? k : best;
        }
        return VERDICTS[best];
    }

    /** All of them, the strongest first. */
    private static List<CategoryScore> categories(float[] details) {
        List<CategoryScore> scores = new ArrayList<>(CATEGORIES.length);
        for (Category category : CATEGORIES) {
            scores.add(new CategoryScore(category, logistic(details[category.ordinal()])));
        }
        scores.sort(Comparator.comparingDouble(CategoryScore::score).reversed());
        return scores;
    }

    /** The strongest, and whatever else is likely. */
    private static List<CategoryScore> named(List<CategoryScore> scores, double bar) {
        int kept = 1;
        while (kept < scores.size() && scores.get(kept).score() >= bar) {
            kept++;
        }
        return scores.subList(0, kept);
    }

    private static int severity(float[] details, Thresholds.Severity from) {
        int severity = 1;
        while (severity < 4
                && details[EncoderHeads.CATEGORIES + severity - 1] > from.margin(severity + 1)) {
            severity++;
        }
        return severity;
    }

    /** No threshold has a say in this: whatever is on trial decides the same. */
    private static Assessment doxxing(Mention target, boolean shadowed) {
        boolean leadsToTheDoor =
                "phone".equals(target.protectedKind()) || "street".equals(target.protectedKind());
        Span span = target.span();
        return new Assessment(
                target.staffId(),
                Verdict.ATTACK,
                leadsToTheDoor ? 4 : 3,
                1.0,
                List.of(new CategoryScore(Category.DOXXING, 1.0)),
                new Binding(BindingKind.PROTECTED, null, span.start(), span.end()),
                List.of(new Evidence(span.start(), span.end(), Category.DOXXING, 1.0)),
                new Explanation(
                        PROTECTED_RULE,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(span),
                        target.answered(),
                        target.confidence()),
                shadowed ? Verdict.ATTACK : null);
    }

    private static Binding binding(FoldedText text, Mention target) {
        Span span = target.span();
        String words =
                span.start() < span.end()
                        ? text.original().substring(span.start(), span.end())
                        : null;
        return new Binding(target.how(), words, span.start(), span.end());
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
