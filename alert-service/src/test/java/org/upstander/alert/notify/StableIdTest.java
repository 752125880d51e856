package org.upstander.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StableIdTest {

    @Test
    void aPlainIdStaysAsItIs() {
        assertThat(StableId.of("pg_01J-a")).isEqualTo("pg_01J-a");
    }

    @Test
    void anyOtherIdBecomesOneThatFitsAHeaderAndHoldsNoDot() {
        assertThat(StableId.of("a.b\r\nX: y"))
                .matches("[0-9a-f]{64}")
                .isEqualTo(StableId.of("a.b\r\nX: y"))
                .isNotEqualTo(StableId.of("a.b"));
    }
}
