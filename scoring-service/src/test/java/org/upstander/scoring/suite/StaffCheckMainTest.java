package org.upstander.scoring.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.scoring.application.Judge;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.Category;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Verdict;

/** The rules of StaffCheck, on a suite in which the judge says what the text tells it to say. */
class StaffCheckMainTest {
    private static final String ROSTER =
            """
            [{"id":"s1","displayName":"Ysolde Marrowick","names":["Ysolde"]},
             {"id":"s2","displayName":"Tancred Ubbe","names":["Tancred"]}]""";

    @TempDir Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** Attacks of severity 3 where the text says HIT and the name, spam where it says SPAM. */
    private static final Judge SCRIPTED =
            new Judge() {
                @Override
                public String model() {
                    return "scripted";
                }

                @Override
                public boolean isSpam(Post post, FoldedText text) {
                    return post.text().contains("SPAM");
                }

                @Override
                public String language(Post post, FoldedText text) {
                    return "en";
                }

                @Override
                public Assessment judge(
                        Post post, FoldedText text, Mention target, List<Mention> all) {
                    boolean hit = post.text().contains("HIT " + target.staffId());
                    return new Assessment(
                            target.staffId(),
                            hit ? Verdict.ATTACK : Verdict.NEUTRAL,
                            hit ? 3 : 0,
                            hit ? 0.9 : 0.1,
                            hit
                                    ? List.of(new Assessment.CategoryScore(Category.DEMEANING, 0.9))
                                    : List.of(),
                            new Assessment.Binding(target.how(), null, 0, 0),
                            List.of(),
                            null,
                            null);
                }

                @Override
                public Assessment asAttack(
                        Assessment judged,
                        Post post,
                        FoldedText text,
                        Mention target,
                        List<Mention> all) {
                    throw new UnsupportedOperationException("nobody is asked");
                }
            };

    @Test
    void shouldCountDecisionsNotPosts() throws IOException {
        JsonNode report =
                run(
                        "",
                        0,
                        line("a", "Ysolde HIT s1 Tancred", attack("s1", "insult", 2), null, ""),
                        line("b", "Ysolde HIT s2 Tancred", attack("s1", "threat", 3), null, ""),
                        line("c", "nobody at all", attack("s2", "insult", 2), null, ""));

        assertThat(report.at("/all/found").asInt()).isEqualTo(1);
        assertThat(report.at("/all/falseAlarms").asInt()).as("s2 in b").isEqualTo(1);
        assertThat(report.at("/all/missed").asInt()).as("s1 in b, s2 in c").isEqualTo(2);
        assertThat(report.at("/figures/precision").asDouble()).isEqualTo(0.5);
        assertThat(report.at("/figures/category").asDouble())
                .as("demeaning where insult is expected")
                .isEqualTo(1);
        assertThat(report.at("/figures/severityExact").asDouble()).isZero();
        assertThat(report.at("/figures/severityWithinOne").asDouble()).isEqualTo(1);
    }

    @Test
    void shouldCountAPairOnlyWhenBothSidesAreRight() throws IOException {
        JsonNode report =
                run(
                        "",
                        0,
                        line("a", "Ysolde HIT s1", attack("s1", "insult", 2), "b", ""),
                        line("b", "Ysolde was late", verdict("s1", "criticism"), "a", ""),
                        line("c", "Ysolde", attack("s1", "insult", 2), "d", ""),
                        line("d", "Ysolde is here", verdict("s1", "neutral"), "c", ""));

        assertThat(report.at("/all/pairs").asInt()).isEqualTo(2);
        assertThat(report.at("/all/pairsRight").asInt()).isEqualTo(1);
    }

    @Test
    void shouldWantSpamToBeCalledSpamAndToAttackNobody() throws IOException {
        JsonNode report =
                run(
                        "",
                        0,
                        line("a", "SPAM Ysolde HIT s1", "[]", null, ",\"spam\":true"),
                        line("b", "Ysolde, buy shoes", "[]", null, ",\"spam\":true"));

        assertThat(report.at("/figures/spam").asDouble()).isEqualTo(0.5);
        assertThat(report.at("/all/falseAlarms").asInt()).isZero();
    }

    @Test
    void shouldLeaveOpenCasesOutOfPrecisionAndRecall() throws IOException {
        JsonNode report =
                run(
                        "",
                        0,
                        line(
                                "a",
                                "Ysolde HIT s1",
                                "[]",
                                null,
                                ",\"anyOf\":[[%s],[]]".formatted(inner("s1", "attack"))),
                        line(
                                "b",
                                "Ysolde HIT s1",
                                "[]",
                                null,
                                ",\"anyOf\":[[%s],[]]".formatted(inner("s2", "attack"))));

        assertThat(report.at("/all/found").asInt()).isZero();
        assertThat(report.at("/all/falseAlarms").asInt()).isZero();
        assertThat(report.at("/figures/anyOf").asDouble()).isEqualTo(0.5);
    }

    @Test
    void shouldEndByThresholds() throws IOException {
        String missed = line("a", "Ysolde", attack("s1", "insult", 2), null, "");

        run("recall=0.5", 1, missed);
        assertThat(printed.toString(UTF_8)).contains("missed: recall is 0.000, wanted 0.500");
        run("recall=0", 0, missed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"id":"a","function":"f","expect":[]}                        | suite.jsonl:1: text must be a string
                    {"id":"a","function":"f","text":"x"}                         | suite.jsonl:1: expect must be an array
                    {"id":"a","function":"f","text":"x","expect":[{"staff":"s","verdict":"rude"}]} | suite.jsonl:1: expect.verdict must be
                    shoe                                                         | suite.jsonl:1:
                    """)
    void shouldSayWhereTheSuiteIsWrong(String line, String said) throws IOException {
        assertThat(exit("", line)).isEqualTo(2);
        assertThat(printed.toString(UTF_8)).contains(said);
    }

    @Test
    void shouldRefuseWhatWouldBeCountedWrongly() throws IOException {
        assertThat(exit("", line("a", "x", attack("s9", "insult", 2), null, ""))).isEqualTo(2);
        assertThat(printed.toString(UTF_8)).contains("s9 is not on the roster");
        assertThat(exit("", line("a", "x", "[]", null, ""), line("a", "y", "[]", null, "")))
                .isEqualTo(2);
        assertThat(exit("", line("a", "x", "[]", null, ",\"anyOf\":[]"))).isEqualTo(2);
    }

    @Test
    void shouldNeedNoThresholds() throws IOException {
        assertThat(exit(null, line("a", "x", "[]", null, ""))).isZero();
        assertThat(exit("", line("a", "x", "[]", null, ""))).isZero();
    }

    @Test
    void shouldReachNoThresholdWhereNothingWasMeasured() throws IOException {
        assertThat(exit("pairs=0.1", line("a", "x", "[]", null, ""))).isEqualTo(1);
    }

    @Test
    void shouldRefuseThresholdsThatAreNone() throws IOException {
        assertThat(exit("f1=NaN", line("a", "x", "[]", null, ""))).isEqualTo(2);
        assertThat(exit("shoe=1", line("a", "x", "[]", null, ""))).isEqualTo(2);
        assertThat(exit("f1", line("a", "x", "[]", null, ""))).isEqualTo(2);
    }

    private JsonNode run(String thresholds, int exit, String... lines) throws IOException {
        assertThat(exit(thresholds, lines)).isEqualTo(exit);
        return new ObjectMapper().readTree(directory.resolve("report.json").toFile());
    }

    private int exit(String thresholds, String... lines) throws IOException {
        Path suite = directory.resolve("suite.jsonl");
        Path roster = directory.resolve("roster.json");
        Files.write(suite, List.of(lines));
        Files.writeString(roster, ROSTER);
        String[] args = {
            suite.toString(),
            roster.toString(),
            directory.resolve("report.json").toString(),
            thresholds,
            "false"
        };
        return StaffCheckMain.run(args, SCRIPTED, new PrintStream(printed, true, UTF_8));
    }

    private static String line(String id, String text, String expected, String pair, String more) {
        return "{\"id\":\"%s\",\"function\":\"F1\",\"text\":\"%s\",\"expect\":%s,\"pair\":%s%s}"
                .formatted(id, text, expected, pair == null ? "null" : "\"" + pair + "\"", more);
    }

    private static String attack(String staff, String category, int severity) {
        return "[{\"staff\":\"%s\",\"verdict\":\"attack\",\"categories\":[\"%s\"],\"severity\":%d}]"
                .formatted(staff, category, severity);
    }

    private static String verdict(String staff, String verdict) {
        return "[" + inner(staff, verdict) + "]";
    }

    private static String inner(String staff, String verdict) {
        return "{\"staff\":\"%s\",\"verdict\":\"%s\"}".formatted(staff, verdict);
    }
}
