package org.upstander.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.upstander.bench.control.Broker;
import org.upstander.infrastructure.Database;
import org.upstander.infrastructure.FreePorts;
import org.upstander.standalone.LogListener;
import org.upstander.standalone.Service;
import org.upstander.standalone.ServiceProcess;

/**
 * What one measurement stands on: a fresh broker in its own process, and the packaged services and
 * controls that it starts, all on 127.0.0.1. Closing stops all and removes the data.
 */
final class Bench implements AutoCloseable {

    /** The same for subject and control. */
    static final List<String> JVM = List.of("-Xms512m", "-Xmx512m");

    /** Far more than a start takes: the machine may be busy. */
    private static final Duration READY = Duration.ofSeconds(180);

    private final Options options;
    private final String name;
    private final Path data;
    private final String token = "bench-" + UUID.randomUUID();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final String bootstrap;
    private final Topic topics;
    private Database database;

    Bench(Options options, String name) {
        this.options = options;
        this.name = name;
        this.data = temporary();
        int port = FreePorts.one();
        this.bootstrap = "127.0.0.1:" + port;
        control(Broker.class, List.of("-Xmx1g"), data.resolve("kafka"), port);
        this.topics = keep(new Topic(bootstrap));
    }

    Options options() {
        return options;
    }

    String bootstrap() {
        return bootstrap;
    }

    Topic topics() {
        return topics;
    }

    String authorization() {
        return "Bearer " + token;
    }

    Control control(Class<?> main, List<String> jvm, Object... args) {
        return keep(Control.start(logs(), main, jvm, args));
    }

    void database(Database started) {
        database = keep(started);
    }

    Path data() {
        return data;
    }

    /** Starts a packaged service as in production and waits until it is ready. */
    ServiceProcess service(Service service, int port, List<String> jvm, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrap);
        environment.put("UPSTANDER_ADMIN_TOKEN", token);
        environment.put("UPSTANDER_IDENTIFIER_KEY", "bench-identifier-key-0123456789");
        environment.put("UPSTANDER_LINK_KEY", "bench-link-key-0123456789");
        if (database != null) {
            environment.put("UPSTANDER_DB_HOST", database.host());
            environment.put("UPSTANDER_DB_PORT", Integer.toString(database.port()));
            environment.put("UPSTANDER_DB_NAME", database.name());
            environment.put("UPSTANDER_DB_USER", database.user());
            environment.put("UPSTANDER_DB_PASSWORD", database.password());
        }
        environment.putAll(more);
        ServiceProcess process =
                new ServiceProcess(
                        new ServiceProcess.Launch(
                                service.label(),
                                options.jars().get(service),
                                port,
                                environment,
                                options.recorded() ? recorded(service, jvm) : jvm,
                                data.resolve(service.label()),
                                logs().resolve(service.label() + ".log"),
                                LogListener.NONE));
        keep(process);
        Thread hook = new Thread(process::kill);
        Runtime.getRuntime().addShutdownHook(hook);
        return process.start().awaitReady(READY);
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println("while stopping: " + e);
            }
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("left behind: " + data + " (" + e.getMessage() + ")");
        }
    }

    private List<String> recorded(Service service, List<String> jvm) {
        List<String> options = new ArrayList<>(jvm);
        Path file = logs().resolve(service.label() + ".jfr");
        // Reactive calls stand deep.
        options.add("-XX:FlightRecorderOptions=stackdepth=512");
        options.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + file);
        return options;
    }

    private Path logs() {
        return options.output().resolve("bench-logs").resolve(name);
    }

    /** Closes it with the rest, before what was there earlier. */
    <T extends AutoCloseable> T keep(T started) {
        running.push(started);
        return started;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("upstander-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
