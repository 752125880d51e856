package org.upstander.ingest.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaidSentencesTest {

    @Test
    void theLatestPostCounts() {
        SaidSentences said = new SaidSentences(10);
        said.put(1, "a");
        said.put(1, "b");
        assertThat(said.post(1)).isEqualTo("b");
        assertThat(said.post(2)).isNull();
    }

    /** Such numbers have one place: 0 is that of no sentence, too. */
    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32})
    void everyNumberIsOneOfASentence(long sentence) {
        SaidSentences said = new SaidSentences(4);
        assertThat(said.post(sentence)).isNull();
        said.put(sentence, "a");
        assertThat(said.post(sentence)).isEqualTo("a");
    }

    @Test
    void numbersOfOnePlaceAreToldApart() {
        SaidSentences said = new SaidSentences(8);
        for (long at = 0; at < 8; at++) {
            said.put(at << 40, "post " + at);
        }
        for (long at = 0; at < 8; at++) {
            assertThat(said.post(at << 40)).isEqualTo("post " + at);
        }
        assertThat(said.post(8L << 40)).isNull();
    }

    @Test
    void theOlderOnesAreForgottenTogether() {
        SaidSentences said = new SaidSentences(3);
        for (long at = 0; at < 7; at++) {
            said.put(at, "post " + at);
        }
        assertThat(said.post(0)).isNull();
        assertThat(said.post(2)).isNull();
        assertThat(said.post(3)).isEqualTo("post 3");
        assertThat(said.post(6)).isEqualTo("post 6");
    }

    @Test
    void ofBothTablesTheYoungerCounts() {
        SaidSentences said = new SaidSentences(2);
        said.put(1, "old");
        said.put(2, "b");
        said.put(1, "new");
        assertThat(said.post(1)).isEqualTo("new");
        assertThat(said.post(2)).isEqualTo("b");
    }

    @Property(tries = 300)
    void theLatestAreRememberedAndNothingIsMadeUp(
            @ForAll @IntRange(min = 1, max = 20) int most,
            @ForAll @Size(max = 200) List<@LongRange(min = -30, max = 30) Long> sentences) {
        SaidSentences said = new SaidSentences(most);
        Map<Long, String> all = new HashMap<>();
        for (int at = 0; at < sentences.size(); at++) {
            said.put(sentences.get(at), "post " + at);
            all.put(sentences.get(at), "post " + at);
        }
        for (long sentence = -30; sentence <= 30; sentence++) {
            assertThat(said.post(sentence)).isIn(all.get(sentence), null);
        }
        sentences.stream()
                .skip(Math.max(0, sentences.size() - most))
                .forEach(sentence -> assertThat(said.post(sentence)).isEqualTo(all.get(sentence)));
    }
}
