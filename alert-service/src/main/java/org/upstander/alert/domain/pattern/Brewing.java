package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * A slow rise below the bar: a one-sided cumulative sum of the scores (CUSUM; E. S. Page,
 * Continuous Inspection Schemes, Biometrika 41, 1954) that forgets with time.
 *
 * <pre>
 * S(0) = 0
 * S(i) = max(0, S(i-1) · 2^(-Δt / halfLife) + min(x(i), most) - allowance)
 * alarm where S(i) &gt; decision; then S(i) = decision, and no other alarm until S is 0 again
 * </pre>
 *
 * x is the probability of an attack of each post that is none by itself, in the order in which they
 * were written; of a post that was edited, of its worst revision. A level that stays below the
 * allowance never raises an alarm, however many posts there are, for each of them takes from the
 * sum; no single post does, for none adds more than {@code most - allowance}. One rise is one
 * alarm, however long it goes on: it is over when the sum is back at 0, or when there was nothing
 * for a half-life.
 */
public final class Brewing {

    private static final int SEVERITY = 2;

    private static final Comparator<Sighting> BY_SCORE =
            Comparator.comparing(Sighting::isAttack)
                    .thenComparing(Sighting::score)
                    .thenComparing(Sighting.BY_TIME.reversed());

    private final Settings settings;
    private final String where;
    private final int authors;

    /**
     * All of them for a bar of .6.
     *
     * @param allowance a level that is borne (k), 0 to 1
     * @param decision sum beyond which it is an alarm (h)
     * @param most what a single post counts at most, 0 to 1
     * @param halfLife in which the sum halves
     */
    public record Settings(double allowance, double decision, double most, Duration halfLife) {

        /** From one author to one member of staff. */
        public static final Settings AUTHOR = new Settings(0.34, 0.2, 0.44, Duration.ofDays(7));

        /** From all authors together to one member of staff. */
        public static final Settings CROWD = new Settings(0.36, 0.6, 0.46, Duration.ofDays(2));

        /** The bar for which they are given. */
        private static final double BAR = 0.6;

        /**
         * The same for somebody else: what is far below an attack on most is near to one on a
         * junior.
         *
         * @param bar least probability of an attack that is one on them, 0 to 1
         */
        public Settings at(double bar) {
            double by = bar / BAR;
            return new Settings(allowance * by, decision * by, most * by, halfLife);
        }
    }

    private Brewing(Settings settings, String where, int authors) {
        this.settings = settings;
        this.where = where;
        this.authors = authors;
    }

    /** Looks at what one author writes. */
    public static Brewing ofAuthor(Settings settings) {
        return new Brewing(settings, "one author", 1);
    }

    /** Looks at what everybody writes; what is one author's alone is looked at by itself. */
    public static Brewing ofCrowd(Settings settings) {
        return new Brewing(settings, "all authors together", 2);
    }

    /** Whether a post can raise the sum: only such are a reason to look. */
    public boolean raises(Sighting post) {
        return counts(post) && post.score() > settings.allowance();
    }

    private static boolean counts(Sighting post) {
        return !post.spam() && !post.isAttack();
    }

    /** An edit is no other post, and a post that was an attack once needs no alarm. */
    private static List<Sighting> worst(List<Sighting> posts) {
        Map<String, Sighting> worst = new HashMap<>();
        posts.stream()
                .filter(post -> !post.spam())
                .forEach(post -> worst.merge(post.postId(), post, BinaryOperator.maxBy(BY_SCORE)));
        return worst.values().stream().filter(Brewing::counts).sorted(Sighting.BY_TIME).toList();
    }

    /**
     * All alarms in a history.
     *
     * @param posts about one member of staff
     */
    public List<Finding> alarms(List<Sighting> posts) {
        return alarms(posts, false);
    }

    /**
     * All alarms in what is known of a history that is longer. What was going on when it begins may
     * have had its alarm before: it has none here.
     *
     * @param posts about one member of staff, the newest
     */
    public List<Finding> alarmsOfTheNewest(List<Sighting> posts) {
        return alarms(posts, true);
    }

    private List<Finding> alarms(List<Sighting> posts, boolean goesOn) {
        List<Finding> alarms = new ArrayList<>();
        List<Sighting> run = new ArrayList<>();
        boolean alarmed = goesOn;
        double sum = goesOn ? settings.decision() : 0;
        Sighting last = null;
        for (Sighting post : worst(posts)) {
            Duration pause = last == null ? Duration.ZERO : Duration.between(last.at(), post.at());
            boolean over = alarmed && pause.compareTo(settings.halfLife()) >= 0;
            sum = (over ? 0 : sum * left(pause)) + excess(post);
            last = post;
            if (over || sum <= 0) {
                alarmed = false;
                run.clear();
            }
            if (sum <= 0) {
                sum = 0;
                continue;
            }
            run.add(post);
            if (sum > settings.decision()) {
                if (!alarmed && areEnough(run)) {
                    alarms.add(alarm(run));
                    alarmed = true;
                }
                sum = settings.decision();
            }
        }
        return alarms;
    }

    private boolean areEnough(List<Sighting> run) {
        return run.stream().map(Sighting::author).distinct().limit(authors).count() >= authors;
    }

    private double excess(Sighting post) {
        return Math.min(post.score(), settings.most()) - settings.allowance();
    }

    private double left(Duration span) {
        return Math.pow(2, -(double) span.toMillis() / settings.halfLife().toMillis());
    }

    private Finding alarm(List<Sighting> run) {
        Sighting first = run.get(0);
        Sighting last = run.get(run.size() - 1);
        return Finding.of(
                PatternKind.BREWING,
                SEVERITY,
                "Brewing: %s by %s within %s come nearer to an attack, none of them is one yet"
                        .formatted(
                                Spans.counted(run.size(), "post", "posts"),
                                where,
                                Spans.words(Duration.between(first.at(), last.at()))),
                run);
    }
}
