package org.upstander.standalone;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * The launcher: everything on one machine, until it is told to stop.
 *
 * <p>Exit code 0 after a stop that was asked for (Ctrl-C, SIGTERM, the parent's end), 1 when
 * something did not come up or died, 2 for settings that can't be used.
 */
public final class Standalone {

    /** For the launcher's own JVM, which holds Kafka. */
    static final List<String> JAVA_OPTIONS =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final Duration PATIENCE_WITH_PREDECESSOR = Duration.ofSeconds(30);
    private static final int EXIT_FAILED = 1;
    static final int EXIT_USAGE = 2;

    private final Settings settings;
    private final Console console;
    private final StopRequest stop;

    private Standalone(Settings settings, Console console, StopRequest stop) {
        this.settings = settings;
        this.console = console;
        this.stop = stop;
    }

    public static void main(String[] args) {
        Console console = new Console(System.out);
        // Kafka writes to standard output when it formats its folder; nobody can read that anyway.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        int code;
        try {
            Settings settings = Settings.of(System.getProperties(), System.getenv());
            StopRequest stop = StopRequest.listen(settings.stopWithParent());
            code = new Standalone(settings, console, stop).run();
        } catch (StartFailure e) {
            console.say(e.getMessage());
            code = EXIT_USAGE;
        }
        // Not all of Kafka's threads end by themselves.
        System.exit(code);
    }

    private int run() {
        try (HomeLock lock =
                HomeLock.take(settings.home(), settings.portBase(), PATIENCE_WITH_PREDECESSOR)) {
            Leftovers leftovers = new Leftovers(settings.home());
            int ended = leftovers.end();
            if (ended > 0) {
                console.say("ended " + ended + " processes of a run that was killed");
            }
            refuseTakenPorts();
            Logs.toFile(settings.home().resolve("logs"));
            int code = runAndStop(lock, leftovers);
            leftovers.forget();
            return code;
        }
    }

    private int runAndStop(HomeLock lock, Leftovers leftovers) {
        int code = 0;
        try (Running running = new Running(settings, console, leftovers)) {
            try {
                String reason = running.untilItEnds(stop);
                console.say("stopping (" + reason + ")...");
            } catch (StartFailure e) {
                code = EXIT_FAILED;
                console.say(e.getMessage());
                console.say("stopping the rest...");
            }
            lock.stopping();
        }
        console.say("everything has stopped");
        return code;
    }

    private void refuseTakenPorts() {
        Ports.from(settings.portBase())
                .firstTaken()
                .ifPresent(
                        taken -> {
                            throw new StartFailure(
                                    """
                                    Port %d, which %s needs, is taken by another program.
                                    Stop that one, or choose other ports: mvn -Pstandalone -D%s=%d"""
                                            .formatted(
                                                    taken.port(),
                                                    taken.who(),
                                                    Settings.PORT_BASE,
                                                    settings.portBase() == 9081 ? 10081 : 9081));
                        });
    }
}
