package org.upstander.standalone;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stands inside Maven and runs the launcher in a JVM of its own. Maven's end, by Ctrl-C or SIGTERM,
 * is held up until the launcher has stopped everything, so that the prompt comes back to a clean
 * machine. (Maven killed hard is noticed by the launcher itself.)
 */
public final class Supervisor {

    private static final int STOP_WITHIN_SECONDS = 90;

    private static volatile boolean ending;

    private Supervisor() {}

    public static void main(String[] args)
            throws IOException, InterruptedException, URISyntaxException {
        Process launcher = new ProcessBuilder(command()).inheritIO().start();
        Thread hook = new Thread(() -> end(launcher), "upstander-end");
        Runtime.getRuntime().addShutdownHook(hook);
        int code = launcher.waitFor();
        if (ending) {
            // This JVM is on its way out; Maven must not begin with the next module meanwhile.
            new CountDownLatch(1).await();
        }
        Runtime.getRuntime().removeShutdownHook(hook);
        if (code > Standalone.EXIT_USAGE) {
            endLeftovers(Settings.of(System.getProperties(), System.getenv()).home());
        }
        if (code != 0) {
            throw new IllegalStateException("Upstander ended with exit code " + code);
        }
    }

    /** For a launcher that was killed hard; one that ended by itself leaves nothing. */
    private static void endLeftovers(Path home) {
        HomeLock.tryTake(home)
                .ifPresent(
                        lock -> {
                            try (lock) {
                                new Leftovers(home).end();
                            }
                        });
    }

    private static void end(Process launcher) {
        ending = true;
        launcher.destroy();
        try {
            if (!launcher.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command() throws URISyntaxException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Standalone.JAVA_OPTIONS);
        command.add("-D" + Settings.STOP_WITH_PARENT + "=true");
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("upstander."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.add("-cp");
        command.add(classPath());
        command.add(Standalone.class.getName());
        return command;
    }

    /** What this class was loaded from; Maven gives it a loader of its own. */
    private static String classPath() throws URISyntaxException {
        if (!(Supervisor.class.getClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path");
        }
        List<String> entries = new ArrayList<>();
        for (URL entry : loader.getURLs()) {
            entries.add(Path.of(entry.toURI()).toString());
        }
        return String.join(System.getProperty("path.separator"), entries);
    }
}
