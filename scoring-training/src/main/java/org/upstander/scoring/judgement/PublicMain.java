package org.upstander.scoring.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.application.ScoringMetrics;
import org.upstander.scoring.binding.IdentifierHash;
import org.upstander.scoring.binding.RosterCompiler;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.domain.Thresholds;
import org.upstander.scoring.domain.Verdict;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/**
 * Measures the shipped model on public text that it did not learn from, by the path that {@code
 * POST /v1/score} takes. Each text stands as an answer to a member of staff, so that "you" means
 * her; then harmless comments with staff's names put in for handles, to count false pages. Shows
 * figures and ids, never text.
 *
 * <p>Argument: the public data.
 */
public final class PublicMain {
    private static final List<String> RANKED =
            List.of("vcu", "cad-dev", "insults", "olid", "strudel");
    private static final int RANKED_OF_A_SET = 4000;
    private static final int NEUTRAL = 3000;
    private static final int MAX_CHARS = 2000;
    private static final int SHOWN = 20;
    private static final Pattern HANDLE = Pattern.compile("(?<!\\w)@[A-Za-z][\\w-]+");

    private final PublicSets sets;
    private final PrintStream out;
    private final List<StaffMember> staff = new ArrayList<>();
    private final ScorePosts scoring;

    private PublicMain(PublicSets sets, PrintStream out) {
        this.sets = sets;
        this.out = out;
        for (String name :
                List.of(
                        "Thessaly Quorndon",
                        "Ottoline Marrabeck",
                        "Idris Vantongeren",
                        "Bronwen Castellux",
                        "Kwabena Thistlewood",
                        "Mirela Oskarova",
                        "Anselm Drinkwood",
                        "Priyanka Vellore",
                        "Lorcan Haverstock",
                        "Yukiko Brandreth")) {
            String first = name.substring(0, name.indexOf(' '));
            staff.add(
                    new StaffMember(
                            first.toLowerCase(Locale.ROOT),
                            name,
                            List.of(name, first),
                            List.of(new StaffMember.Handle("forum", handle(name))),
                            List.of(),
                            null,
                            false,
                            null,
                            List.of()));
        }
        LiveRoster roster =
                new LiveRoster(
                        new RosterCompiler(Lexicon.shipped(), new IdentifierHash(new byte[32])));
        roster.replace(staff);
        scoring =
                new ScorePosts(
                        new Folding(),
                        roster,
                        TargetJudge.shipped(Thresholds.SHIPPED),
                        ScoringMetrics.NOOP);
    }

    public static void main(String[] args) throws IOException {
        PublicMain measure = new PublicMain(new PublicSets(Path.of(args[0])), System.out);
        measure.rank();
        measure.countFalsePages();
    }

    private void rank() throws IOException {
        out.println("set: texts, attacks on a person | AUC, AP: n-grams | encoder | both");
        for (String set : RANKED) {
            List<JsonNode> rows = sets.keptBack(set);
            Ranking ngrams = new Ranking();
            Ranking encoder = new Ranking();
            Ranking both = new Ranking();
            rows = rows.isEmpty() ? sets.rows(set) : rows;
            for (JsonNode row : rows.subList(0, Math.min(RANKED_OF_A_SET, rows.size()))) {
                int i = both.size();
                Assessment a = assessed(row.get("text").asText(), staff.get(i % staff.size()));
                boolean attack = row.path("attack").asInt() == 1;
                both.add(a.score(), attack);
                if (a.explanation() != null && a.explanation().encoder() != null) {
                    ngrams.add(a.explanation().ngrams(), attack);
                    encoder.add(a.explanation().encoder(), attack);
                }
            }
            out.printf(
                    Locale.ROOT,
                    "%s: %d, %d | %s | %s | %s%n",
                    set,
                    both.size(),
                    both.attacks(),
                    figures(ngrams),
                    figures(encoder),
                    figures(both));
        }
    }

    private static String figures(Ranking ranking) {
        return String.format(Locale.ROOT, "%.3f, %.3f", ranking.auc(), ranking.averagePrecision());
    }

    private Assessment assessed(String text, StaffMember answered) {
        return scoring.score(post(text, handle(answered.displayName()))).assessments().stream()
                .filter(a -> a.staffId().equals(answered.id()))
                .findFirst()
                .orElseThrow();
    }

    private void countFalsePages() throws IOException {
        List<JsonNode> harmless = new ArrayList<>();
        for (JsonNode row : sets.keptBack("vcu")) {
            if (row.path("label").asText().equals("None")) {
                harmless.add(row);
            }
        }
        for (JsonNode row : sets.keptBack("context-toxicity")) {
            if (row.path("toxic").asInt() == 0) {
                harmless.add(row);
            }
        }
        int mentions = 0;
        List<String> alarms = new ArrayList<>();
        for (JsonNode row : harmless) {
            String text = row.get("text").asText();
            if (text.length() <= MAX_CHARS && mentions < NEUTRAL) {
                StaffMember named = staff.get(mentions % staff.size());
                for (Assessment a : scoring.score(post(naming(text, named), null)).assessments()) {
                    mentions++;
                    if (a.verdict() == Verdict.ATTACK) {
                        alarms.add(
                                String.format(
                                        Locale.ROOT, "%s %.2f", row.get("id").asText(), a.score()));
                    }
                }
            }
        }
        out.printf(
                Locale.ROOT,
                "harmless comments: %d mentions, %d false pages, %.1f of 1,000%n",
                mentions,
                alarms.size(),
                1000.0 * alarms.size() / Math.max(1, mentions));
        alarms.stream().limit(SHOWN).forEach(out::println);
    }

    /** The first handle becomes the person's name; without one, the comment is addressed to her. */
    private static String naming(String text, StaffMember named) {
        String first = named.names().get(1);
        return HANDLE.matcher(text).find()
                ? HANDLE.matcher(text).replaceFirst(first)
                : first + ", " + text;
    }

    private static String handle(String name) {
        return name.split(" ")[0].toLowerCase(Locale.ROOT) + "_staff";
    }

    private static Post post(String text, String answered) {
        return new Post(
                "p",
                "r",
                "forum",
                "1",
                new Post.Author("1", "member_1", null),
                null,
                answered == null
                        ? null
                        : new Post.ReplyTo(null, new Post.Author(null, answered, null), null),
                text,
                false,
                null,
                null,
                null);
    }
}
