package org.upstander.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.upstander.standalone.demo.Demo;
import org.upstander.standalone.mailbox.Mailbox;

/** One run of everything: system, mailbox and demo. */
final class Running implements AutoCloseable {

    /** How long a dead service's reason may take to arrive as our own: Ctrl-C reaches all alike. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Settings settings;
    private final Console console;
    private final Leftovers leftovers;
    private final Secrets secrets;
    private final StandaloneSystem system;
    private Mailbox mailbox;
    private Demo demo;

    Running(Settings settings, Console console, Leftovers leftovers) {
        this.settings = settings;
        this.console = console;
        this.leftovers = leftovers;
        this.secrets = new SecretsFile(settings.home()).loadOrCreate(settings.passedOn());
        this.system = system(settings, secrets, console);
    }

    /**
     * Starts everything and waits.
     *
     * @return why to stop
     * @throws StartFailure when something does not come up, or dies later
     */
    String untilItEnds(StopRequest stop) {
        CompletableFuture<Void> started = CompletableFuture.runAsync(this::start);
        CompletableFuture.anyOf(stop.wish(), started.handle((ok, failure) -> ok)).join();
        if (stop.wish().isDone()) {
            return stop.wish().join();
        }
        result(started);
        CompletableFuture<String> death = firstDeath();
        CompletableFuture.anyOf(stop.wish(), death).join();
        return reason(stop).orElseThrow(() -> new StartFailure(death.join()));
    }

    @Override
    public void close() {
        if (demo != null) {
            demo.close();
        }
        system.close();
        if (mailbox != null) {
            mailbox.close();
        }
    }

    private void start() {
        long began = System.nanoTime();
        console.say("starting with the data in " + settings.home() + "...");
        if (!settings.ownMailServer()) {
            mailbox = Mailbox.open(system.ports().smtp(), system.ports().mailbox());
        }
        system.startInfrastructure();
        console.say("Kafka and PostgreSQL are up, starting the services...");
        system.startServices();
        leftovers.remember(system.running().stream().map(ServiceProcess::handle).toList());
        system.awaitReady();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        console.block(Welcome.text(settings, system.ports(), secrets, took));
        if (settings.demo()) {
            demo = Demo.play(api(), settings.home().resolve("demo.properties"), console::say);
        }
    }

    private Demo.Addresses api() {
        return new Demo.Addresses(
                system.service(Service.INGEST).address(),
                system.service(Service.SCORING).address(),
                system.service(Service.ALERT).address(),
                secrets.adminToken());
    }

    private CompletableFuture<String> firstDeath() {
        CompletableFuture<String> first = new CompletableFuture<>();
        Stream.of(Service.values())
                .map(system::service)
                .forEach(service -> service.diesUnasked().thenAccept(first::complete));
        return first;
    }

    private static Optional<String> reason(StopRequest stop) {
        try {
            return Optional.of(stop.wish().get(GRACE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static void result(CompletableFuture<Void> started) {
        try {
            started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartFailure failure) {
                throw failure;
            }
            throw new StartFailure("the start failed: " + e.getCause(), e.getCause());
        }
    }

    private static StandaloneSystem system(Settings settings, Secrets secrets, Console console) {
        Path root = Checkout.root();
        StandaloneSystemBuilder builder =
                StandaloneSystem.in(settings.home())
                        .root(root)
                        .ports(Ports.from(settings.portBase()))
                        .secrets(secrets)
                        .listener(console)
                        .environment("QUARKUS_HTTP_HOST", settings.httpHost());
        if (settings.canary()) {
            builder.canary();
        }
        if (settings.demo()) {
            // So that staff of one's own, without a policy, end with somebody whose mail shows.
            builder.environment(
                    Service.ALERT, "UPSTANDER_DIRECTORY_LAST_RESORT_CONTACT", Demo.DUTY);
        }
        settings.passedOn().forEach(builder::environment);
        return builder.build();
    }
}
