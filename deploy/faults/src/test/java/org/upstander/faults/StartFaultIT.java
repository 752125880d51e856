package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.infrastructure.FreePorts;
import org.upstander.standalone.Service;
import org.upstander.standalone.ServiceProcess;
import org.upstander.standalone.StartFailure;

/** What a service does that starts before what it stands on, or with a secret everybody knows. */
class StartFaultIT {

    @TempDir Path directory;

    @Test
    void servicesWaitForKafkaAndPostgresAndThenComeUpByThemselves() {
        try (Rig rig = Rig.prepared(directory)) {
            // When
            rig.system.startServices();

            // Then
            for (Service service : Service.values()) {
                ServiceProcess process = rig.system.service(service);
                Rig.soon().until(process::isLive);
                assertThat(process.isReady()).as("%s is ready without Kafka", service).isFalse();
            }

            // When
            rig.system.startInfrastructure();

            // Then
            rig.system.awaitReady();
            for (Service service : Service.values()) {
                assertThat(rig.system.service(service).isLive()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INGEST, UPSTANDER_ADMIN_TOKEN, demo-admin-token",
        "INGEST, UPSTANDER_SOURCE_KEY, demo-source-key-of-the-repository",
        "INGEST, UPSTANDER_EVIDENCE_KEY, demo-evidence-key-of-the-repository",
        "ALERT, UPSTANDER_EVIDENCE_KEY, demo-evidence-key-of-the-repository",
        "SCORING, UPSTANDER_IDENTIFIER_KEY, demo-identifier-key-of-the-repository",
        "ALERT, UPSTANDER_LINK_KEY, demo-link-key-of-the-repository"
    })
    void aServiceRefusesToStartOnADemoSecretAndNamesIt(
            Service service, String variable, String value) {
        try (Rig rig = Rig.prepared(directory)) {
            ServiceProcess process =
                    rig.system.another(
                            service, "demo-secret", FreePorts.one(), Map.of(variable, value));
            assertThatThrownBy(() -> process.start().awaitReady(Duration.ofSeconds(60)))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("ended with exit code")
                    .hasMessageContaining(variable)
                    .hasMessageNotContaining(value);
            assertThat(process.isAlive()).isFalse();
        }
    }
}
