package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.faults.Community.attackOn;
import static org.upstander.faults.Community.post;
import static org.upstander.faults.SecuredServers.PASSWORD;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.infrastructure.FreePorts;
import org.upstander.standalone.Service;
import org.upstander.standalone.ServiceProcess;

/**
 * Kafka by SASL_SSL and PostgreSQL by TLS, both with passwords: the packaged services come along by
 * configuration only, and a wrong password is an outage, not an end.
 */
class SecuredTransportIT {

    private static final String WRONG = "wrong-horse-battery";

    /** For four processes that start at once. */
    private static final Duration LIVE = Duration.ofSeconds(240);

    @TempDir static Path directory;
    static ServerCertificate certificate;
    static Rig rig;
    static SecuredServers servers;

    @BeforeAll
    static void start() throws Exception {
        certificate = ServerCertificate.in(directory);
        rig =
                Rig.prepared(
                        directory,
                        system ->
                                SecuredServers.environment(certificate, PASSWORD)
                                        .forEach(system::environment));
        servers = SecuredServers.start(directory, certificate, rig.system.ports());
    }

    @AfterAll
    static void stop() {
        try {
            rig.close();
        } finally {
            if (servers != null) {
                servers.close();
            }
        }
    }

    @Test
    void anAttackPagesThroughEncryptedHops() throws Exception {
        // Given
        rig.system.startServices();
        rig.system.awaitReady();
        rig.community.contact("lead", List.of(Community.webhook(rig.webhook.address("/lead"))));
        rig.community.staff("pelagia_k", "Pelagia Kroft", "lead", null);
        rig.awaitBound("Pelagia Kroft");

        // When
        rig.community.write(post("s1", "grumbler", "t1", attackOn("Pelagia Kroft")));

        // Then
        Rig.soon().untilAsserted(() -> assertThat(rig.webhook.received()).hasSize(1));
        assertThat(rig.webhook.received().get(0).staffId()).isEqualTo("pelagia_k");
        long[] connections = servers.connections();
        assertThat(connections[0]).isPositive().isEqualTo(connections[1]);
        assertThatThrownBy(() -> servers.superuser("disable"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no encryption");
    }

    @Test
    void aWrongPasswordKeepsAServiceLiveAndNotReady() throws Exception {
        // Given
        Map<String, String> kafka = SecuredServers.kafkaEnvironment(certificate, WRONG);
        Map<String, String> database = SecuredServers.databaseEnvironment(certificate, WRONG);
        List<ServiceProcess> processes =
                List.of(
                        another(Service.INGEST, "ingest-kafka", kafka),
                        another(Service.SCORING, "scoring-kafka", kafka),
                        another(Service.ALERT, "alert-kafka", kafka),
                        another(Service.ALERT, "alert-database", database));

        // When
        processes.forEach(ServiceProcess::start);

        // Then
        for (ServiceProcess process : processes) {
            Rig.soon().atMost(LIVE).until(process::isLive);
        }
        Awaitility.await()
                .during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> processes.forEach(SecuredTransportIT::assertWaits));
        for (ServiceProcess process : processes) {
            assertThat(process.logFile()).content().doesNotContain(WRONG).doesNotContain(PASSWORD);
            process.stop();
        }
    }

    private static void assertWaits(ServiceProcess process) {
        assertThat(process.isAlive()).as("%s runs", process.name()).isTrue();
        assertThat(process.isLive()).as("%s is live", process.name()).isTrue();
        assertThat(process.isReady()).as("%s is ready", process.name()).isFalse();
    }

    private static ServiceProcess another(
            Service service, String name, Map<String, String> environment) {
        return rig.system.another(service, name, FreePorts.one(), environment);
    }
}
