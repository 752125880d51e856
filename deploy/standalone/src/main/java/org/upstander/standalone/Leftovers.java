package org.upstander.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes of a launcher that was killed before it could stop them. The launcher writes down whom
 * it started; whoever next holds the home's lock ends them. A process counts as the one written
 * down only if it also began at the same moment, since ids are used again.
 */
final class Leftovers {

    private static final int PATIENCE_SECONDS = 15;

    private final Path file;
    private final Path postgres;

    Leftovers(Path home) {
        this.file = home.resolve("run").resolve("processes");
        this.postgres = home.resolve("postgres");
    }

    /** Writes down the running processes. */
    void remember(List<ProcessHandle> running) {
        List<String> lines = running.stream().map(Leftovers::line).toList();
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything stopped in order: nothing to end next time. */
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends what is left, services first.
     *
     * @return how many processes were ended
     */
    int end() {
        List<ProcessHandle> services = remembered();
        services.forEach(ProcessHandle::destroy);
        services.forEach(Leftovers::awaitEnd);
        Optional<ProcessHandle> server = postmaster();
        // With its clients gone, PostgreSQL's answer to SIGTERM is a clean and quick shutdown.
        server.ifPresent(ProcessHandle::destroy);
        server.ifPresent(Leftovers::awaitEnd);
        forget();
        return services.size() + (server.isPresent() ? 1 : 0);
    }

    private List<ProcessHandle> remembered() {
        List<ProcessHandle> found = new ArrayList<>();
        if (!Files.exists(file)) {
            return found;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                ProcessHandle.of(Long.parseLong(line.split(" ")[0]))
                        .filter(handle -> line(handle).equals(line))
                        .ifPresent(found::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private Optional<ProcessHandle> postmaster() {
        Path pidFile = postgres.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> handle.info().command().orElse("").contains("postgres"));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static void awaitEnd(ProcessHandle handle) {
        CompletableFuture<ProcessHandle> gone = handle.onExit();
        try {
            gone.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            handle.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(ProcessHandle handle) {
        long began = handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return handle.pid() + " " + began;
    }
}
