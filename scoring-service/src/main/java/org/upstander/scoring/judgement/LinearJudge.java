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
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.Assessment.Binding;
import org.upstander.scoring.domain.Assessment.CategoryScore;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Category;
import org.upstander.scoring.domain.Evidence;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.domain.Verdict;

/**
 * The first judge: a linear model over n-grams of a text in which the person is marked. One rule
 * stands above it, because it is certain: a protected identifier in a post is doxxing.
 */
public final class LinearJudge implements Judge {
    static final String RESOURCE = "model-2026.11-1.bin";

    private static final Category[] CATEGORIES = Category.values();
    private static final Verdict[] VERDICTS = Verdict.values();

    private final LinearModel model;
    private final SpamModel spam;
    private final LanguageTable languages;
    private final Thresholds thresholds;

    LinearJudge(LinearModel model, SpamModel spam, LanguageTable languages, Thresholds thresholds) {
        this.model = model;
        this.spam = spam;
        this.languages = languages;
        this.thresholds = thresholds;
    }

    /** The model in this package's resources. */
    public static LinearJudge shipped(Thresholds thresholds) {
        try (InputStream raw = LinearJudge.class.getResourceAsStream(RESOURCE)) {
            if (raw == null) {
                throw new IllegalStateException(
                        RESOURCE + " is missing; make it with mvn -Ptrain, see RATIONALE.md");
            }
            return read(new DataInputStream(new BufferedInputStream(raw)), thresholds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LinearJudge read(DataInputStream in, Thresholds thresholds) throws IOException {
        return new LinearJudge(
                LinearModel.read(in), SpamModel.read(in), LanguageTable.read(in), thresholds);
    }

    @Override
    public String model() {
        return model.version();
    }

    @Override
    public boolean isSpam(Post post, FoldedText text) {
        return spam.probability(text) >= thresholds.spam();
    }

    @Override
    public String language(Post post, FoldedText text) {
        return post.language() != null ? post.language() : languages.tell(text);
    }

    @Override
    public Assessment judge(Post post, FoldedText text, Mention target, List<Mention> all) {
        if (target.how() == BindingKind.PROTECTED) {
            return doxxing(target);
        }
        MarkedText marked = new MarkedText(text, target, all);
        Features features = new Features(marked, target, all.size() - 1);
        float[] verdicts = model.verdicts(features);
        double score = model.attack(verdicts);
        double bar = target.junior() ? thresholds.juniorAttack() : thresholds.attack();
        if (score < bar) {
            return new Assessment(
                    target.staffId(),
                    strongestOther(verdicts),
                    0,
                    score,
                    List.of(),
                    binding(text, target),
                    List.of());
        }
        float[] details = model.details(features);
        List<CategoryScore> categories = categories(details);
        return new Assessment(
                target.staffId(),
                Verdict.ATTACK,
                severity(details),
                score,
                categories,
                binding(text, target),
                new EvidenceFinder(model, text, marked, features)
                        .find(categories.get(0).category()));
    }

    private static Verdict strongestOther(float[] verdicts) {
        int best = 1;
        for (int k = 2; k < verdicts.length; k++) {
            best = verdicts[k] > verdicts[best] ? k : best;
        }
        return VERDICTS[best];
    }

    /** The strongest, and whatever else is likely. */
    private List<CategoryScore> categories(float[] details) {
        List<CategoryScore> scores = new ArrayList<>(CATEGORIES.length);
        for (Category category : CATEGORIES) {
            scores.add(new CategoryScore(category, logistic(details[category.ordinal()])));
        }
        scores.sort(Comparator.comparingDouble(CategoryScore::score).reversed());
        int kept = 1;
        while (kept < scores.size() && scores.get(kept).score() >= thresholds.category()) {
            kept++;
        }
        return scores.subList(0, kept);
    }

    private int severity(float[] details) {
        int severity = 1;
        while (severity < 4
                && details[LinearModel.CATEGORIES + severity - 1]
                        > thresholds.severity().margin(severity + 1)) {
            severity++;
        }
        return severity;
    }

    private static Assessment doxxing(Mention target) {
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
                List.of(new Evidence(span.start(), span.end(), Category.DOXXING, 1.0)));
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
