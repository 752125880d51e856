package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {

    @ParameterizedTest
    @CsvSource({
        "PT-5H,less than a minute",
        "PT0S,less than a minute",
        "PT59.999S,less than a minute",
        "PT1M,1 minute",
        "PT1H,60 minutes",
        "PT1H59M59S,119 minutes",
        "PT2H,2 hours",
        "P1D,24 hours",
        "PT47H59M,47 hours",
        "P2D,2 days",
        "P90D,90 days",
        "P100000000000D,100000000000 days"
    })
    void aSpanIsToldInTheUnitThatFits(Duration span, String words) {
        assertThat(Spans.words(span)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0,0 posts", "1,1 post", "2,2 posts"})
    void oneIsOne(long number, String words) {
        assertThat(Spans.counted(number, "post", "posts")).isEqualTo(words);
    }
}
