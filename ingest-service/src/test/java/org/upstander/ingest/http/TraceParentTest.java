package org.upstander.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceParentTest {

    @ParameterizedTest
    @CsvSource({
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, true",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01, false",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0, false",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01x, false",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7x01, false",
        "'', false",
    })
    void onlyTheStandardFormIsCarriedOn(String value, boolean wellFormed) {
        assertThat(TraceParent.wellFormed(value)).isEqualTo(wellFormed);
    }
}
