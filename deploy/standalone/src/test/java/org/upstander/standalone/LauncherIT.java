package org.upstander.standalone;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher begins and ends, with real Kafka and PostgreSQL and stand-ins as services. */
class LauncherIT {

    private static final String READY = "Upstander is ready";

    @TempDir Path folder;
    private Path home;
    private int base;
    private final Map<String, String> environment =
            new HashMap<>(Map.of("UPSTANDER_DEMO", "false"));
    private LauncherProcess launcher;

    @BeforeEach
    void prepare() throws IOException {
        FakeCheckout.in(folder.resolve("root"));
        home = folder.resolve("home");
        base = LauncherProcess.freeBase();
    }

    @AfterEach
    void stop() {
        if (launcher != null) {
            launcher.close();
        }
    }

    @Test
    void sigtermStopsEverythingAndASecondStartIsToldWhatToDo() {
        launcher = start();
        launcher.awaitLine(READY, ofSeconds(60));
        List<ProcessHandle> processes = launcher.processes(home);
        assertThat(processes).hasSizeGreaterThanOrEqualTo(4);

        // A second one, same home.
        try (LauncherProcess second = start()) {
            assertThat(second.awaitExit(ofSeconds(20))).isEqualTo(2);
            assertThat(second.output())
                    .contains("running already", "process " + launcher.pid())
                    .contains("-Dupstander.port.base=");
        }
        // A second one, other home, same ports.
        try (LauncherProcess third = start(folder.resolve("other"))) {
            assertThat(third.awaitExit(ofSeconds(20))).isEqualTo(2);
            assertThat(third.output())
                    .contains("Port " + base + ", which ingest-service needs, is taken")
                    .contains("-Dupstander.port.base=");
        }

        launcher.terminate();
        assertThat(launcher.awaitExit(ofSeconds(60))).isZero();
        assertThat(launcher.output()).contains("stopping (SIGTERM)", "everything has stopped");
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
        awaitGone(processes);
        assertThat(Ports.from(base).firstTaken()).isEmpty();
    }

    @Test
    void aServiceThatDiesLaterIsReportedAndTheRestIsStopped() throws Exception {
        launcher = start();
        launcher.awaitLine(READY, ofSeconds(60));
        List<ProcessHandle> processes = launcher.processes(home);

        HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + (base + 1) + "/die"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        assertThat(launcher.awaitExit(ofSeconds(60))).isEqualTo(1);
        assertThat(launcher.output())
                .contains("scoring ended with exit code 4", "scoring-service says hello")
                .contains("everything has stopped");
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
        awaitGone(processes);
    }

    @Test
    void aServiceThatDiesAtTheStartEndsTheStart() {
        environment.put("FAKE_alert-service", "dies");

        launcher = start();

        assertThat(launcher.awaitExit(ofSeconds(60))).isEqualTo(1);
        assertThat(launcher.output())
                .contains("alert ended with exit code 3", "out of luck", "alert.log")
                .doesNotContain(READY);
        assertThat(launcher.processes(home)).isEmpty();
    }

    @Test
    void sigtermInTheMiddleOfTheStartStopsWhatHasStarted() {
        environment.put("FAKE_alert-service", "never-ready");
        launcher = start();
        launcher.awaitLine("alert-service says hello", ofSeconds(60));
        List<ProcessHandle> processes = launcher.processes(home);

        launcher.terminate();

        assertThat(launcher.awaitExit(ofSeconds(60))).isZero();
        assertThat(processes).isNotEmpty();
        awaitGone(processes);
    }

    @Test
    void whatAKilledLauncherLeftIsEndedByTheNext() {
        launcher = start();
        launcher.awaitLine(READY, ofSeconds(60));
        List<ProcessHandle> processes = launcher.processes(home);
        launcher.kill();
        launcher.awaitExit(ofSeconds(10));
        assertThat(processes).anyMatch(ProcessHandle::isAlive);

        launcher = start();

        launcher.awaitLine(READY, ofSeconds(60));
        assertThat(launcher.output()).contains("processes of a run that was killed");
        awaitGone(processes);
    }

    @Test
    void aKilledStarterEndsItsLauncher() {
        launcher =
                LauncherProcess.start(
                        List.of(
                                "-Dupstander.root=" + folder.resolve("root"),
                                "-Dupstander.home=" + home,
                                "-Dupstander.port.base=" + base),
                        environment,
                        Supervisor.class);
        launcher.awaitLine(READY, ofSeconds(60));
        List<ProcessHandle> processes = launcher.processes(home);

        launcher.kill();

        awaitGone(processes);
    }

    @Test
    void aStoppedStarterStaysUntilEverythingHasStopped() {
        launcher =
                LauncherProcess.start(
                        List.of(
                                "-Dupstander.root=" + folder.resolve("root"),
                                "-Dupstander.home=" + home,
                                "-Dupstander.port.base=" + base),
                        environment,
                        Supervisor.class);
        launcher.awaitLine(READY, ofSeconds(60));
        List<ProcessHandle> processes = launcher.processes(home);

        launcher.terminate();
        launcher.awaitExit(ofSeconds(60));

        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
        awaitGone(processes);
        assertThat(launcher.output()).contains("everything has stopped");
    }

    @Test
    void aForeignProgramOnAPortIsNamedAndNothingIsLeft() throws Exception {
        try (ServerSocket other =
                new ServerSocket(base + 12, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(other.isBound()).isTrue();

            launcher = start();

            assertThat(launcher.awaitExit(ofSeconds(20))).isEqualTo(2);
        }
        assertThat(launcher.output()).contains("Port " + (base + 12) + ", which PostgreSQL needs");
        assertThat(launcher.processes(home)).isEmpty();
        assertThat(Files.exists(home.resolve("postgres"))).isFalse();
    }

    /** A process that has ended counts as alive until the system's first process has noticed. */
    private static void awaitGone(List<ProcessHandle> processes) {
        await().atMost(ofSeconds(30))
                .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    private LauncherProcess start() {
        return start(home);
    }

    private LauncherProcess start(Path where) {
        return LauncherProcess.start(folder.resolve("root"), where, base, environment);
    }
}
