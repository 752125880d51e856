package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.contracts.Topics;
import org.upstander.standalone.Service;

/** Kafka or PostgreSQL goes away and comes back; everybody waits, nobody forgets. */
class OutageFaultIT {

    private static final long SEED = 20261124;

    @TempDir Path directory;

    @Test
    void kafkaAndThenTheDatabaseAreStoppedUnderLoad() throws Exception {
        try (Rig rig = Rig.started(directory)) {
            // Given
            Ledger ledger = new Ledger(rig, SEED);
            ledger.enrol();

            // When: Kafka stops while posts come in, and is back; nobody lends a hand
            ledger.write(
                    300,
                    () -> {
                        ledger.awaitAccepted(100);
                        rig.system.kafka().stop();
                        assertRefuses(rig);
                        rig.system.kafka().start();
                    });

            // And: PostgreSQL is gone for 20 s while posts come in
            ledger.write(150, () -> rig.system.database().stop());
            Awaitility.await()
                    .pollDelay(Duration.ofSeconds(20))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !rig.system.service(Service.ALERT).isReady());
            assertThat(rig.system.service(Service.ALERT).isLive()).isTrue();
            rig.system.database().start();
            ledger.write(50);

            // Then
            ledger.assertKept();
            assertThat(recordsOn(rig, Topics.POSTS + Topics.DEAD_LETTER_SUFFIX)).isZero();
            assertThat(recordsOn(rig, Topics.ASSESSMENTS + Topics.DEAD_LETTER_SUFFIX)).isZero();
            rig.assertLogsTellNothing();
        }
    }

    /** Refused within about two seconds, with a hint when to come again. */
    private static void assertRefuses(Rig rig) {
        long asked = System.nanoTime();
        Api.Answer answer =
                rig.api.post(
                        Service.INGEST,
                        "/v1/posts",
                        Community.post("out", "x", "out", Community.chatter()));
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.retryAfter()).isNotBlank();
        assertThat(took).isLessThan(Duration.ofSeconds(4));
        Rig.soon().until(() -> !rig.system.service(Service.INGEST).isReady());
        assertThat(rig.system.service(Service.INGEST).isLive()).isTrue();
    }

    private static long recordsOn(Rig rig, String topic) throws Exception {
        Map<String, Object> client =
                Map.of("bootstrap.servers", rig.system.kafka().bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            int partitions =
                    admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get(30, TimeUnit.SECONDS)
                            .get(topic)
                            .partitions()
                            .size();
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            for (int i = 0; i < partitions; i++) {
                ends.put(new TopicPartition(topic, i), OffsetSpec.latest());
            }
            return admin.listOffsets(ends).all().get(30, TimeUnit.SECONDS).values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }
}
