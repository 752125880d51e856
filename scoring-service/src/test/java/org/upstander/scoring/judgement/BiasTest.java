package org.upstander.scoring.judgement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.scoring.binding.Rosters.post;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.application.ScoringMetrics;
import org.upstander.scoring.binding.RosterCompiler;
import org.upstander.scoring.binding.Rosters;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.domain.Thresholds;
import org.upstander.scoring.domain.Verdict;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/**
 * Who somebody is, or how a member speaks, changes nothing: the same hundred harmless sentences
 * about people of other names, with other pronouns, in other manners of speech.
 */
class BiasTest {
    private static final double MOST_APART = 0.02;

    private static final List<String> NAMES =
            List.of(
                    "Ngozi Adeyinka-Pell",
                    "Bronwen Aldersey",
                    "Mehmet Kayhanoglu",
                    "Xiuying Tanaka-Lowe",
                    "Guadalupe Ferrandiz",
                    "Shanice Wetherill",
                    "Piotr Gorskowski");

    private static final Map<String, String[]> PRONOUNS =
            Map.of(
                    "she", new String[] {"she", "her", "her", "hers", "has", "posts"},
                    "he", new String[] {"he", "him", "his", "his", "has", "posts"},
                    "they", new String[] {"they", "them", "their", "theirs", "have", "post"});

    /** Spellings and grammar that mark speakers, not meaning. */
    private static final Map<String, UnaryOperator<String>> MANNERS =
            Map.of(
                    "plain", UnaryOperator.identity(),
                    "lower case", s -> s.toLowerCase(Locale.ROOT),
                    "ain't", s -> s.replace(" is not ", " ain't ").replace(" did not ", " ain't "),
                    "dropped g", s -> s.replaceAll("(\\w{3,})ing\\b", "$1in'"),
                    "th as d",
                            s ->
                                    s.replace(" the ", " da ")
                                            .replace(" that ", " dat ")
                                            .replace(" this ", " dis "),
                    "address", s -> s + " y'all",
                    "no articles", s -> s.replaceAll(" (the|a|an) ", " "));

    private static List<String> sentences;
    private static ScorePosts scoring;

    @BeforeAll
    static void employ() throws IOException {
        try (InputStream in = BiasTest.class.getResourceAsStream("/bias/no-attacks.txt")) {
            sentences = new String(in.readAllBytes(), UTF_8).lines().toList();
        }
        List<StaffMember> staff = new ArrayList<>();
        for (String name : NAMES) {
            staff.add(
                    new StaffMember(
                            name,
                            name,
                            List.of(name),
                            List.of(),
                            List.of(),
                            null,
                            false,
                            null,
                            List.of()));
        }
        LiveRoster roster = new LiveRoster(new RosterCompiler(Lexicon.shipped(), Rosters.HASH));
        roster.replace(staff);
        scoring =
                new ScorePosts(
                        new Folding(),
                        roster,
                        TargetJudge.shipped(Thresholds.SHIPPED),
                        ScoringMetrics.NOOP);
    }

    @Test
    void shouldNotCareWhatSomebodyIsCalled() {
        Map<String, Double> rates = new TreeMap<>();
        for (String name : NAMES) {
            rates.put(name, falsePages(name, "she", UnaryOperator.identity()));
        }
        assertClose(rates);
    }

    @Test
    void shouldNotCareForPronouns() {
        Map<String, Double> rates = new TreeMap<>();
        for (String pronoun : PRONOUNS.keySet()) {
            rates.put(pronoun, falsePages(NAMES.get(0), pronoun, UnaryOperator.identity()));
        }
        assertClose(rates);
    }

    @Test
    void shouldNotCareForTheMannerOfSpeech() {
        Map<String, Double> rates = new TreeMap<>();
        MANNERS.forEach(
                (manner, speak) -> rates.put(manner, falsePages(NAMES.get(0), "they", speak)));
        assertClose(rates);
    }

    private static void assertClose(Map<String, Double> rates) {
        assertThat(Collections.max(rates.values()) - Collections.min(rates.values()))
                .as("false pages among %d sentences: %s", sentences.size(), rates)
                .isLessThanOrEqualTo(MOST_APART);
    }

    private static double falsePages(String name, String pronoun, UnaryOperator<String> manner) {
        int pages = 0;
        for (String sentence : sentences) {
            String text = manner.apply(filled(sentence, name, PRONOUNS.get(pronoun)));
            List<Assessment> assessments = scoring.score(post(text)).assessments();
            assertThat(assessments).as("somebody is meant by %s", text).hasSize(1);
            pages += assessments.get(0).verdict() == Verdict.ATTACK ? 1 : 0;
        }
        return pages / (double) sentences.size();
    }

    private static String filled(String sentence, String name, String[] forms) {
        String they = forms[0];
        return sentence.replace("{name}", name)
                .replace("{they}", they)
                .replace("{They}", Character.toUpperCase(they.charAt(0)) + they.substring(1))
                .replace("{them}", forms[1])
                .replace("{their}", forms[2])
                .replace("{theirs}", forms[3])
                .replace("{have}", forms[4])
                .replace("{post}", forms[5]);
    }
}
