package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Somebody else knows her address. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ReportFloodIT extends ReportMailBase {

    @Test
    void anAddressInTheWrongHandsBuriesNobodyAndWhatIsBeyondIsToldAsOne() throws Exception {
        // Given
        String address = address();
        double many = mailed("too-many");
        for (int at = 0; at < 32; at++) {
            arrive("INBOX", report(at, address, "", "@gaz_%d is back.".formatted(at)));
        }
        arrive("INBOX", message(32, "Well judged."));

        // When
        putWithReports().statusCode(201);

        // Then
        List<ConsumerRecord<String, byte[]>> all = mine(31);
        assertThat(all).hasSize(31);
        assertThat(TopicTail.value(all.get(30)))
                .contains("2 more")
                .contains("gaz_30, gaz_31")
                .contains(source)
                .contains("\"handle\":\"unknown\"");
        assertThat(posts(1)).hasSize(1).allMatch(post -> post.contains("Well judged."));
        await().untilAsserted(() -> assertThat(mailed("too-many")).isEqualTo(many + 2));
    }
}
