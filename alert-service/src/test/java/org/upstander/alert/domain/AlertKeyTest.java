package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other systems know alerts by. */
class AlertKeyTest {

    private static final String INCIDENT = "in_3f9a0c2b7d41e6853f9a0c2b7d41e685";

    @Test
    void theFirstRunIsTheIncidentItself() {
        assertThat(new AlertKey(INCIDENT, 0)).hasToString(INCIDENT);
        assertThat(new AlertKey(INCIDENT, 3)).hasToString(INCIDENT + "-run-3");
    }

    @Property
    void everyRunLeadsBackToItsIncident(
            @ForAll @AlphaChars @NumericChars @Chars('_') @StringLength(min = 1, max = 40)
                    String incident,
            @ForAll @IntRange(max = 999_999_999) int run) {
        AlertKey key = new AlertKey(incident, run);
        assertThat(AlertKey.of(key.toString())).isEqualTo(key);
        assertThat(key.toString()).matches("[A-Za-z0-9_-]{1,64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "-run-1", "in-run-", "in-run-0", "in-run-01", "in-run-9999999999"})
    void whatIsNoLaterRunIsTakenAsItIs(String text) {
        assertThat(AlertKey.of(text)).isEqualTo(new AlertKey(text, 0));
    }
}
