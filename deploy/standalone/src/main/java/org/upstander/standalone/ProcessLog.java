package org.upstander.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a process writes: to its file, to a listener, and the last lines kept for messages. */
final class ProcessLog {

    private static final int KEPT = 400;

    private final String name;
    private final Path file;
    private final LogListener listener;
    private final Deque<String> last = new ArrayDeque<>();
    private Thread reader;

    ProcessLog(String name, Path file, LogListener listener) {
        this.name = name;
        this.file = file;
        this.listener = listener;
    }

    Path file() {
        return file;
    }

    /** The last lines, oldest first, at most {@code most}. */
    List<String> lastLines(int most) {
        synchronized (last) {
            return last.stream().skip(Math.max(0, last.size() - most)).toList();
        }
    }

    /** Reads until the process closes its end. */
    void follow(Process process) {
        reader = new Thread(() -> copy(process), name + "-log");
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits until everything that a gone process wrote has been read. */
    void drain() throws InterruptedException {
        if (reader != null) {
            reader.join(2_000);
        }
    }

    private void copy(Process process) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter out = open()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                out.println(line);
                listener.line(name, line);
            }
        } catch (IOException | UncheckedIOException e) {
            // The pipe broke, which is how a killed process says good-bye.
            keep("(log ended: " + e.getMessage() + ")");
        }
    }

    private PrintWriter open() throws IOException {
        Files.createDirectories(file.getParent());
        return new PrintWriter(
                Files.newBufferedWriter(
                        file,
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND),
                true);
    }

    private void keep(String line) {
        synchronized (last) {
            last.addLast(line);
            if (last.size() > KEPT) {
                last.removeFirst();
            }
        }
    }
}
