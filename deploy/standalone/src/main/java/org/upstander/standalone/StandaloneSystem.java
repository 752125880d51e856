package org.upstander.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;
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
    private final Object kafkaTurn = new Object();
    private final Object databaseTurn = new Object();
    private volatile KafkaBroker kafka;
    private volatile Database database;
    private volatile boolean closed;

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
            startServices();
            awaitReady();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts the three services and returns at once. */
    public void startServices() {
        services.values().forEach(service -> unlessClosed(service::start));
    }

    /** Waits until each service is ready. */
    public void awaitReady() {
        services.values().forEach(service -> service.awaitReady(settings.readyWithin));
    }

    /** Starts Kafka and PostgreSQL side by side. */
    public void startInfrastructure() {
        CompletableFuture<Void> broker = CompletableFuture.runAsync(this::startKafka);
        CompletableFuture<Void> server = CompletableFuture.runAsync(this::startDatabase);
        try {
            // Both are waited for, also when one fails: what has started must be stoppable.
            CompletableFuture.allOf(broker, server).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure ? failure : e;
        }
    }

    /** Starts Kafka and makes the declared topics. */
    public KafkaBroker startKafka() {
        synchronized (kafkaTurn) {
            unlessClosed(
                    () ->
                            kafka =
                                    infrastructure(
                                            "Kafka",
                                            ports().kafka(),
                                            port -> EmbeddedKafka.start(folder("kafka"), port)));
            return kafka;
        }
    }

    /** Starts PostgreSQL. */
    public Database startDatabase() {
        synchronized (databaseTurn) {
            unlessClosed(
                    () ->
                            database =
                                    infrastructure(
                                            "PostgreSQL",
                                            ports().postgres(),
                                            port ->
                                                    EmbeddedDatabase.start(
                                                            folder("postgres"), port)));
            return database;
        }
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

    /** All processes of services that run now. */
    List<ServiceProcess> running() {
        List<ServiceProcess> all = new ArrayList<>(services.values());
        all.addAll(others);
        return all.stream().filter(ServiceProcess::isAlive).toList();
    }

    /**
     * Stops the services first, all at once, then what they stand on. Ends a {@link #start()} that
     * is under way in another thread. Nothing can be started afterwards.
     */
    @Override
    public void close() {
        closed = true;
        CompletableFuture.allOf(
                        running().stream()
                                .map(one -> CompletableFuture.runAsync(one::stop))
                                .toArray(CompletableFuture<?>[]::new))
                .join();
        synchronized (kafkaTurn) {
            if (kafka != null) {
                kafka.close();
            }
        }
        synchronized (databaseTurn) {
            if (database != null) {
                database.close();
            }
        }
    }

    private void unlessClosed(Runnable start) {
        if (closed) {
            throw new StartFailure("the start was broken off");
        }
        start.run();
    }

    private Path folder(String name) {
        return settings.directory.resolve(name);
    }

    private static <T> T infrastructure(String name, int port, IntFunction<T> start) {
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
                        folder("run"),
                        folder("logs").resolve(name + ".log"),
                        settings.listener));
    }
}
