package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Wakeups;

class UntilReadyTest {

    private final Wakeups wakeups = new Wakeups();
    private final UntilReady filter = new UntilReady(wakeups);

    @Test
    void beforeTheTablesAreThereACallerIsToldToComeBack() {
        try (Response answer = filter.refuse()) {
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeaderString("Retry-After")).isEqualTo("2");
        }
    }

    @Test
    void afterwardsEveryCallPasses() {
        // When
        wakeups.open();
        // Then
        assertThat(filter.refuse()).isNull();
    }
}
