package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts have in common. */
class LikenessTest {

    private static final String GRIEVANCE =
            "Don't trust the head judge, she gave the prize to her own sister and laughed about it";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DON'T TRUST THE HEAD JUDGE, SHE GAVE THE PRIZE TO HER OWN SISTER AND LAUGHED ABOUT IT",
                "Don’t trust the head judge — she gave the prize to her own sister… and laughed about it!!!",
                "Dont trust the head judge she gave the prize to her own sister and laughed about it",
                "Don´t 😡 trust the head judge 😡😡, she gave the prize to her own sister and laughed about it",
                "Don't trust the he\u200bad jud\u00adge, she ga\u2060ve the prize to her own sister and laughed about it",
                "Don't trust the ｈｅａｄ judge, she gave the prize to her own sister and laughed about it",
                "Don't trust the hea\u0336d\u0336 judge, she gave the prize to her own sister and laughed about ït",
                "Don't trust the head judge,\n\n  she gave the prize to her own sister and laughed about it https://example.org/proof"
            })
    void theseAreTheSameText(String changed) {
        assertThat(texts(changed)).isEqualTo(texts(GRIEVANCE)).hasSize(4);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "she is an idiot",
                "you are all such idiots",
                "idiot! idiot! idiot! idiot! idiot!",
                "मूर्ख और बेशर्म औरत",
                "😡 😡 😡 😡 😡 😡 😡 😡",
                "i\u0336d\u0336i\u0336o\u0336t\u0336",
                "https://example.org"
            })
    void aShortInsultHasNoMark(String text) {
        assertThat(Likeness.marks(text)).isEmpty();
    }

    @Test
    void sixWordsAreATextOfTheirOwn() {
        assertThat(Likeness.marks("she bought the judges, all three")).hasSize(4);
        assertThat(Likeness.marks("she bought the judges, all")).isEmpty();
    }

    @Test
    void aLinkIsAMarkEvenOfAShortText() {
        Set<String> marks = Likeness.marks("Read this: https://example.org/lies?utm_source=chat");

        assertThat(marks)
                .singleElement()
                .satisfies(mark -> assertThat(Likeness.isLink(mark)).isTrue())
                .isEqualTo(Likeness.marks("http://www.example.org/lies/").iterator().next());
        assertThat(Likeness.marks("http://www.example.org/truth"))
                .doesNotContainAnyElementsOf(marks);
    }

    /** Four that lead nowhere do not hide the one that matters. */
    @Test
    void fourPagesAreLookedAt() {
        String nowhere = "https://example.org https://example.net https://example.com ".repeat(9);

        assertThat(Likeness.marks(nowhere + "https://example.org/lies")).hasSize(1);
        assertThat(
                        Likeness.marks(
                                IntStream.range(0, 99)
                                        .mapToObj(i -> "https://example.org/" + i)
                                        .collect(Collectors.joining(" "))))
                .hasSize(4);
    }

    /**
     * As the Javadoc of {@link Likeness} says: s of them in common, of u in both, share a mark with
     * a probability of 1 - (1 - (s/u)^4)^4. The last words of two texts are different.
     */
    @ParameterizedTest
    @CsvSource({"21,20,0.99", "32,22,0.23", "32,12,0.006"})
    void theMoreTheyHaveInCommonTheMoreProbablyTheyShareAMark(
            int words, int same, double probability) {
        assertThat(shareOfPairs(words, same)).isCloseTo(probability, Offset.offset(0.02));
    }

    /** In the middle of twenty it costs three of eighteen runs: 15 of 21 are left. */
    @Test
    void oneWordOfTwentyThatIsChangedIsRecognisedTwiceOfThreeTimes() {
        Random random = new Random(7);
        long shared =
                IntStream.range(0, 3_000)
                        .filter(
                                i -> {
                                    List<String> text = words(random, 20);
                                    String before = String.join(" ", text);
                                    text.set(10, "changed");
                                    return share(before, String.join(" ", text));
                                })
                        .count();

        assertThat(shared / 3_000.0).isCloseTo(0.70, Offset.offset(0.03));
    }

    @Provide
    Arbitrary<List<String>> fewWords() {
        return Arbitraries.of(
                        "you", "are", "the", "worst", "judge", "of", "all", "and", "a", "liar")
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    /** Whatever two texts look like that have no three words in a row in common. */
    @Property
    void textsWithoutACommonRunNeverShareAMark(
            @ForAll("fewWords") List<String> one, @ForAll("fewWords") List<String> other) {
        Set<List<String>> common = runs(one);
        common.retainAll(runs(other));
        Assume.that(common.isEmpty());

        assertThat(share(String.join(" ", one), String.join(" ", other))).isFalse();
    }

    @Property
    void anExclamationMarkMakesNoDifferenceWhateverTheTextIs(@ForAll String text) {
        assertThat(Likeness.marks(text))
                .isEqualTo(Likeness.marks(text + "!"))
                .hasSizeLessThanOrEqualTo(8);
    }

    /** The most that a post may be long, of what is dear to read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "https://a/!",
                "a ",
                "a",
                "'",
                "\u0301",
                "\uFDFA",
                "\uD83D\uDE21",
                "\u200b",
                "https://example.org/a "
            })
    void aHostileTextHasFewMarks(String part) {
        assertThat(Likeness.marks(part.repeat(65_536 / part.length()))).hasSizeLessThanOrEqualTo(8);
    }

    private static double shareOfPairs(int words, int same) {
        Random random = new Random(5);
        int pairs = 3_000;
        long shared =
                IntStream.range(0, pairs)
                        .filter(
                                i -> {
                                    List<String> common = words(random, same);
                                    return share(
                                            ending(common, words(random, words - same)),
                                            ending(common, words(random, words - same)));
                                })
                        .count();
        return (double) shared / pairs;
    }

    private static String ending(List<String> begin, List<String> end) {
        return Stream.concat(begin.stream(), end.stream()).collect(Collectors.joining(" "));
    }

    private static List<String> words(Random random, int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> Integer.toString(random.nextInt(Integer.MAX_VALUE), 36))
                .collect(Collectors.toList());
    }

    private static boolean share(String one, String other) {
        Set<String> common = texts(one);
        common.retainAll(texts(other));
        return !common.isEmpty();
    }

    private static Set<String> texts(String text) {
        return Likeness.marks(text).stream()
                .filter(mark -> !Likeness.isLink(mark))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<List<String>> runs(List<String> words) {
        String[] all = words.toArray(String[]::new);
        return IntStream.rangeClosed(0, all.length - 3)
                .mapToObj(i -> Arrays.asList(all).subList(i, i + 3))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
