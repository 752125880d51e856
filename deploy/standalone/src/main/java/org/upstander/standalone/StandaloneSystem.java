package org.upstander.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.upstander.infrastructure.Database;
import org.upstander.infrastructure.EmbeddedDatabase;
import org.upstander.infrastructure.EmbeddedKafka;
import org.upstander.infrastructure.KafkaBroker;

/**
 * Upstander on one machine: an embedded Kafka, an embedded PostgreSQL and the three packaged
 * services, each a process of its own. For the launcher, and for tests that must see real
 * processes.
 *
 * <pre>{@code
 * try (StandaloneSystem system = StandaloneSystem.in(directory).build().start()) {
 *     URI ingest = system.service(Service.INGEST).address();
 *     system.service(Service.SCORING).kill();
 *     system.service(Service.SCORING).start().awaitReady(Duration.ofSeconds(60));
 * }
 * }</pre>
 *
 * {@link #start()} does all; {@link #startKafka()}, {@link #startDatabase()} and {@code
 * service(…).start()} do it piece by piece, in any order. Kafka and PostgreSQL go on with the data
 * they find in the directory.
 */
public final class StandaloneSystem implements AutoCloseable {

    private final StandaloneSystemBuilder settings;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final List<ServiceProcess> others = new ArrayList<>();
    private KafkaBroker kafka;
    private Database database;

    StandaloneSystem(StandaloneSystemBuilder settings) {
        this.settings = settings;
        for (Service service : Service.values()) {
            services.put(service, process(service, service.label(), ports().of(service), Map.of()));
        }
    }

    /**
     * A system on free ports with random secrets, of the checkout that holds the current folder.
     *
     * @param directory for data and logs
     */
    public static StandaloneSystemBuilder in(Path directory) {
        return new StandaloneSystemBuilder(directory);
    }

    /** Starts everything and waits until all services are ready; on failure stops everything. */
    public StandaloneSystem start() {
        try {
            startInfrastructure();
            services.values().forEach(ServiceProcess::start);
            services.values().forEach(service -> service.awaitReady(settings.readyWithin));
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts Kafka and PostgreSQL side by side. */
    public void startInfrastructure() {
        CompletableFuture<Void> broker = CompletableFuture.runAsync(this::startKafka);
        try {
            startDatabase();
        } finally {
            broker.handle((ok, failed) -> ok).join();
        }
        try {
            broker.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure ? failure : e;
        }
    }

    /** Starts Kafka and makes the declared topics. */
    public KafkaBroker startKafka() {
        kafka =
                infrastructure(
                        "Kafka",
                        ports().kafka(),
                        port -> EmbeddedKafka.start(settings.directory.resolve("kafka"), port));
        return kafka;
    }

    /** Starts PostgreSQL. */
    public Database startDatabase() {
        database =
                infrastructure(
                        "PostgreSQL",
                        ports().postgres(),
                        port ->
                                EmbeddedDatabase.start(
                                        settings.directory.resolve("postgres"), port));
        return database;
    }

    /** One of the three, whether it runs or not. */
    public ServiceProcess service(Service service) {
        return services.get(service);
    }

    /**
     * One more instance of a service beside the first, not started yet.
     *
     * @param name what its lines and its log file are called, {@code alert-2}
     * @param port free, see {@link org.upstander.infrastructure.FreePorts}
     * @param environment added to what the first instance gets
     */
    public ServiceProcess another(
            Service service, String name, int port, Map<String, String> environment) {
        ServiceProcess another = process(service, name, port, environment);
        others.add(another);
        return another;
    }

    /** The broker, once started. */
    public KafkaBroker kafka() {
        return kafka;
    }

    /** The database, once started. */
    public Database database() {
        return database;
    }

    public Ports ports() {
        return settings.ports;
    }

    public Secrets secrets() {
        return settings.secrets;
    }

    /** The services first, all at once, then what they stand on. */
    @Override
    public void close() {
        List<ServiceProcess> running = new ArrayList<>(services.values());
        running.addAll(others);
        CompletableFuture.allOf(
                        running.stream()
                                .map(one -> CompletableFuture.runAsync(one::stop))
                                .toArray(CompletableFuture<?>[]::new))
                .join();
        if (kafka != null) {
            kafka.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private static <T> T infrastructure(String name, int port, Function<Integer, T> start) {
        try {
            return start.apply(port);
        } catch (RuntimeException e) {
            throw new StartFailure(
                    "%s could not be started on port %d: %s".formatted(name, port, e.getMessage()),
                    e);
        }
    }

    private ServiceProcess process(
            Service service, String name, int port, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(settings.environmentOf(service));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.putAll(more);
        return new ServiceProcess(
                new ServiceProcess.Launch(
                        name,
                        service.jar(settings.root),
                        port,
                        environment,
                        settings.javaOptions,
                        settings.directory.resolve("run"),
                        settings.directory.resolve("logs").resolve(name + ".log"),
                        settings.listener));
    }
}
