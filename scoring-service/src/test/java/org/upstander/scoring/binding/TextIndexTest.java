package org.upstander.scoring.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextIndexTest {

    @Property(tries = 300)
    void holdsTheNumbersOfEachTextInTheOrderInWhichTheyWerePut(
            @ForAll("texts") List<String> texts) {
        // Given
        Map<String, List<Integer>> expected = new LinkedHashMap<>();
        TextIndex.Builder builder = new TextIndex.Builder();
        for (int i = 0; i < texts.size(); i++) {
            expected.computeIfAbsent(texts.get(i), text -> new ArrayList<>()).add(i);
            builder.put(texts.get(i), i);
        }

        // When
        TextIndex index = builder.build();

        // Then
        assertThat(index.size()).isEqualTo(expected.size());
        expected.forEach(
                (text, numbers) -> {
                    int found = index.find(text);
                    assertThat(index.text(found)).isEqualTo(text);
                    assertThat(numbers(index, found)).isEqualTo(numbers);
                });
        assertThat(index.find("nobody")).isNegative();
    }

    /** Some share their hash: Aa and BB, and whatever is made of these. */
    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> alike =
                Arbitraries.of("Aa", "BB").list().ofMaxSize(3).map(p -> String.join("", p));
        Arbitrary<String> other =
                Arbitraries.strings().withChars("a\u00e9\u0416\u4e2d ").ofMaxLength(5);
        Arbitrary<String> longOnes =
                Arbitraries.strings().withChars("ab").ofMinLength(120).ofMaxLength(300);
        return Arbitraries.oneOf(alike, alike, other, longOnes).list().ofMaxSize(200);
    }

    @Test
    void anEmptyIndexHoldsNothing() {
        assertThat(new TextIndex.Builder().build().find("")).isNegative();
    }

    @Test
    void aTextOfSixteenThousandBytesAndMoreIsHeldToo() {
        TextIndex.Builder builder = new TextIndex.Builder();
        String text = "\u00e9".repeat(10_000);
        builder.put(text, 7);
        builder.put("x", 8);

        TextIndex index = builder.build();

        assertThat(numbers(index, index.find(text))).containsExactly(7);
        assertThat(numbers(index, index.find("x"))).containsExactly(8);
    }

    private static List<Integer> numbers(TextIndex index, int found) {
        return IntStream.range(0, index.count(found))
                .mapToObj(i -> index.number(found, i))
                .toList();
    }
}
