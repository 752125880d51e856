package org.upstander.bench.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.upstander.bench.control.Line;

/** A class of this benchmark that talks by {@link Line}, running in a JVM of its own. */
final class Control implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final String name;
    private final Process process;
    private final PrintWriter input;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private Control(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        Thread reader = new Thread(() -> follow(log), name + "-log");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it and waits until it is ready. */
    static Control start(Path logs, Class<?> main, List<String> jvm, Object... args) {
        return start(logs, main, System.getProperty("java.class.path"), jvm, args);
    }

    /** The same on another class path. */
    static Control start(
            Path logs, Class<?> main, String classPath, List<String> jvm, Object... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.add(main.getName());
        for (Object arg : args) {
            command.add(arg.toString());
        }
        String name = main.getSimpleName();
        try {
            Files.createDirectories(logs);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            ServiceClasses.putOn(builder, classPath);
            Process process = builder.start();
            Control control = new Control(name, process, logs.resolve(name + ".log"));
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            String word = control.answer(START);
            if (!Line.READY.equals(word)) {
                throw new BenchFailure(name + " said " + word + " instead of ready");
            }
            return control;
        } catch (IOException e) {
            throw new BenchFailure(name + " could not be started", e);
        }
    }

    String ask(String question, Duration within) {
        input.println(question);
        return answer(within);
    }

    Pausable pausable() {
        return new Pausable(process.pid());
    }

    @Override
    public void close() {
        input.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String answer(Duration within) {
        try {
            String answer = answers.poll(within.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null || answer.isEmpty()) {
                throw new BenchFailure(
                        name + " did not answer; its log is in the folder bench-logs");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    private void follow(Path log) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter out =
                        new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(Line.MARK)) {
                    answers.add(line.substring(Line.MARK.length()));
                } else {
                    out.println(line);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // The process is gone; what it said is in the file.
        } finally {
            answers.add("");
        }
    }
}
