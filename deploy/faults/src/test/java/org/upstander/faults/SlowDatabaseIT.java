package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.standalone.Service;
import org.upstander.standalone.ServiceProcess;

/** A table is locked while more comes in than fits into the heap. */
class SlowDatabaseIT {

    private static final String STAFF = "cm-1";
    private static final int HEAP_MEGABYTES = 128;
    private static final int POSTS = 25_000;
    private static final int CHARACTERS = 8_000;

    @TempDir Path directory;

    @Test
    void whatWaitsForTheDatabaseWaitsOnTheTopicNotInMemory() throws Exception {
        // Given: whoever runs out of memory ends at once, and stays away
        try (Rig rig =
                Rig.prepared(
                        directory,
                        builder ->
                                builder.javaOptions(
                                        List.of(
                                                "-Xmx" + HEAP_MEGABYTES + "m",
                                                "-XX:+UseSerialGC",
                                                "-XX:+ExitOnOutOfMemoryError")))) {
            rig.system.startInfrastructure();
            ServiceProcess alert = rig.system.service(Service.ALERT);
            alert.start().awaitReady(Duration.ofSeconds(180));
            AlertTables tables = new AlertTables(rig.system.database());
            try (Attacks attacks = new Attacks(rig.system.kafka().bootstrapServers())) {
                // When
                assertThat((long) POSTS * CHARACTERS).isGreaterThan(HEAP_MEGABYTES * 1_048_576L);
                try (Connection lock = tables.lockAssessments()) {
                    attacks.harmless(STAFF, POSTS, CHARACTERS);
                    Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> !alert.isReady());
                    assertThat(alert.isLive()).isTrue();
                    lock.rollback();
                }

                // Then
                Rig.soon()
                        .untilAsserted(
                                () -> assertThat(tables.assessments(STAFF)).isEqualTo(POSTS));
                assertThat(alert.isLive()).isTrue();
                rig.assertLogsTellNothing();
            }
        }
    }
}
