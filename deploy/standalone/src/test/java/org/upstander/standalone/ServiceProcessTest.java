package org.upstander.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.infrastructure.FreePorts;

class ServiceProcessTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path folder;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private ServiceProcess service;

    @BeforeEach
    void prepare() throws IOException {
        FakeCheckout.in(folder);
        service = process(Map.of());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void startsStopsAndStartsAgainOnTheSamePort() {
        service.start().awaitReady(SOON);
        long first = service.pid();
        assertThat(service.isLive()).isTrue();

        service.stop();
        assertThat(service.isAlive()).isFalse();
        assertThat(service.isReady()).isFalse();

        service.start().awaitReady(SOON);
        assertThat(service.pid()).isNotEqualTo(first);
    }

    @Test
    void startingTwiceStartsOne() {
        long first = service.start().pid();

        assertThat(service.start().pid()).isEqualTo(first);
    }

    @Test
    void itsLinesReachListenerFileAndMemory() throws IOException {
        service.start().awaitReady(SOON);
        service.kill();

        assertThat(heard).contains("ingest: ingest-service says hello");
        assertThat(Files.readString(service.logFile())).contains("ingest-service says hello");
        assertThat(service.lastLines(5)).contains("ingest-service says hello");
    }

    @Test
    void oneThatDiesIsReportedWithItsLastLines() {
        service = process(Map.of("FAKE_ingest-service", "dies"));
        service.start();

        assertThatThrownBy(() -> service.awaitReady(SOON))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("ingest ended with exit code 3")
                .hasMessageContaining("out of luck")
                .hasMessageContaining("ingest.log");
    }

    @Test
    void oneThatIsNeverReadyIsReportedAfterTheLimit() {
        service = process(Map.of("FAKE_ingest-service", "never-ready"));
        service.start();

        assertThatThrownBy(() -> service.awaitReady(Duration.ofSeconds(2)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("ingest was not ready after 2 s");
    }

    @Test
    void deathIsToldOnlyWhenNobodyAskedForIt() throws Exception {
        service.start().awaitReady(SOON);
        var stopped = service.diesUnasked();
        service.stop();
        service.start().awaitReady(SOON);
        var died = service.diesUnasked();
        ProcessHandle.of(service.pid()).orElseThrow().destroyForcibly();

        assertThat(died.get(10, TimeUnit.SECONDS)).contains("ingest ended with exit code 137");
        assertThat(stopped).isNotDone();
    }

    @Test
    void aMissingJarSaysHowToBuildIt() throws IOException {
        Files.delete(Service.INGEST.jar(folder));

        assertThatThrownBy(() -> service.start())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("mvn -Dquick package");
    }

    private ServiceProcess process(Map<String, String> fault) {
        int port = FreePorts.one();
        Map<String, String> environment = new java.util.HashMap<>(fault);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return new ServiceProcess(
                new ServiceProcess.Launch(
                        "ingest",
                        Service.INGEST.jar(folder),
                        port,
                        environment,
                        List.of("-Xmx32m"),
                        folder.resolve("run"),
                        folder.resolve("logs/ingest.log"),
                        (name, line) -> heard.add(name + ": " + line)));
    }
}
