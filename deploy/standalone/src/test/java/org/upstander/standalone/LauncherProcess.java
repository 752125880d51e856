package org.upstander.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The launcher as whoever starts it sees it: a process with output and an exit code. */
final class LauncherProcess implements AutoCloseable {

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LauncherProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "launcher-output");
        reader.setDaemon(true);
        reader.start();
    }

    static LauncherProcess start(
            Path root, Path home, int portBase, Map<String, String> environment) {
        return start(
                List.of(
                        "-Dupstander.root=" + root,
                        "-Dupstander.home=" + home,
                        "-Dupstander.port.base=" + portBase),
                environment,
                Standalone.class);
    }

    static LauncherProcess start(
            List<String> options, Map<String, String> environment, Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Standalone.JAVA_OPTIONS);
        command.addAll(options);
        command.add("-cp");
        // Surefire hides the real class path in a jar of its own.
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(main.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("UPSTANDER_"));
        builder.environment().putAll(environment);
        try {
            return new LauncherProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A base whose seven ports are free. */
    static int freeBase() {
        for (int base = 21_000; base < 32_000; base += 20) {
            if (Ports.from(base).firstTaken().isEmpty()) {
                return base;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    void awaitLine(String part, Duration within) {
        Awaitility.await("a line with: " + part)
                .atMost(within)
                .failFast(
                        () -> {
                            if (!process.isAlive() && !output().contains(part)) {
                                throw new AssertionError("it ended early:\n" + output());
                            }
                        })
                .until(() -> output().contains(part));
    }

    /** The first group of the first line that matches. */
    String find(String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(output());
        if (!matcher.find()) {
            throw new AssertionError("no " + regex + " in:\n" + output());
        }
        return matcher.group(1);
    }

    String output() {
        return String.join("\n", lines);
    }

    long pid() {
        return process.pid();
    }

    /** All processes below it now, and the PostgreSQL server, which detaches itself. */
    List<ProcessHandle> processes(Path home) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        Path pidFile = home.resolve("postgres/postmaster.pid");
        if (Files.exists(pidFile)) {
            try {
                long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
                ProcessHandle.of(pid).ifPresent(all::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    void terminate() {
        // Process.destroy() would close the pipe and lose the last lines.
        process.toHandle().destroy();
    }

    void kill() {
        process.toHandle().destroyForcibly();
    }

    int awaitExit(Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("(output ended: " + e.getMessage() + ")");
        }
    }
}
