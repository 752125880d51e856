package org.upstander.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A packaged service running as a process of its own, as in production. May be started again after
 * it was stopped, killed or died; port, environment and log file stay the same.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
    private static final int LINES_IN_MESSAGES = 25;

    /** How to start it. */
    private final Launch launch;

    private final ProcessLog log;
    private final HealthProbe health;
    private volatile Process process;
    private volatile boolean wanted;

    /**
     * @param name what its lines begin with
     * @param jar {@code quarkus-run.jar}
     * @param port where its HTTP is expected
     * @param environment added to that of this JVM
     * @param javaOptions for its JVM, before {@code -jar}
     * @param directory where it runs; made when missing
     * @param logFile gets its lines, appended
     * @param listener hears its lines
     */
    public record Launch(
            String name,
            Path jar,
            int port,
            Map<String, String> environment,
            List<String> javaOptions,
            Path directory,
            Path logFile,
            LogListener listener) {

        public Launch {
            environment = Map.copyOf(environment);
            javaOptions = List.copyOf(javaOptions);
        }

        /** Without the environment, which holds secrets. */
        @Override
        public String toString() {
            return "Launch[" + name + " on " + port + "]";
        }
    }

    public ServiceProcess(Launch launch) {
        this.launch = launch;
        this.log = new ProcessLog(launch.name(), launch.logFile(), launch.listener());
        this.health = new HealthProbe(address());
    }

    /** Starts the process and returns at once. Does nothing when it runs. */
    public synchronized ServiceProcess start() {
        if (isAlive()) {
            return this;
        }
        if (!Files.isReadable(launch.jar())) {
            throw new StartFailure(
                    launch.jar() + " is missing: build it first with mvn -Dquick package");
        }
        try {
            Files.createDirectories(launch.directory());
            ProcessBuilder builder = new ProcessBuilder(command());
            builder.directory(launch.directory().toFile()).redirectErrorStream(true);
            builder.environment().putAll(launch.environment());
            process = builder.start();
            wanted = true;
            process.getOutputStream().close();
            log.follow(process);
            return this;
        } catch (IOException e) {
            throw new StartFailure(launch.name() + " could not be started", e);
        }
    }

    /**
     * Waits until {@code /q/health/ready} says yes.
     *
     * @throws StartFailure when the process dies or {@code within} has passed; the message holds
     *     its last lines
     */
    public ServiceProcess awaitReady(Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        try {
            while (!isReady()) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    log.drain();
                    throw new StartFailure(describeEnd());
                }
                if (System.nanoTime() > deadline) {
                    throw new StartFailure(
                            "%s was not ready after %d s. %s"
                                    .formatted(name(), within.toSeconds(), lastWords()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted while waiting for " + name(), e);
        }
        return this;
    }

    /** Whether {@code /q/health/ready} answers 200 now. */
    public boolean isReady() {
        return health.says("ready");
    }

    /** Whether {@code /q/health/live} answers 200 now. */
    public boolean isLive() {
        return health.says("live");
    }

    /** Asks it to stop (SIGTERM) and waits; kills it when it does not within 20 s. */
    public synchronized void stop() {
        end(false);
    }

    /** Kills it at once (SIGKILL), as a crash would, and waits until it is gone. */
    public synchronized void kill() {
        end(true);
    }

    public boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** Id of the process that runs or ran last. */
    public long pid() {
        return process.pid();
    }

    public String name() {
        return launch.name();
    }

    /** {@code http://127.0.0.1:8081}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + launch.port());
    }

    public Path logFile() {
        return log.file();
    }

    /** Its last lines, oldest first, at most {@code most} (400 are kept). */
    public List<String> lastLines(int most) {
        return log.lastLines(most);
    }

    /** Completes when the process ends though nobody asked it to. */
    CompletableFuture<String> diesUnasked() {
        CompletableFuture<String> died = new CompletableFuture<>();
        process.onExit()
                .thenAccept(
                        gone -> {
                            if (wanted) {
                                died.complete(describeEnd());
                            }
                        });
        return died;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        stop();
    }

    private void end(boolean hard) {
        wanted = false;
        if (process == null) {
            return;
        }
        // Through the handle: Process.destroy() would close the pipe and lose the last lines.
        ProcessHandle handle = process.toHandle();
        boolean asked = hard ? handle.destroyForcibly() : handle.destroy();
        try {
            if (!asked || !process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            log.drain();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(launch.javaOptions());
        command.add("-jar");
        command.add(launch.jar().toAbsolutePath().toString());
        return command;
    }

    private String describeEnd() {
        return "%s ended with exit code %d. %s".formatted(name(), process.exitValue(), lastWords());
    }

    private String lastWords() {
        return "Its last lines (whole log: %s):%n  %s"
                .formatted(
                        logFile(),
                        String.join(System.lineSeparator() + "  ", lastLines(LINES_IN_MESSAGES)));
    }
}
