package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.upstander.standalone.Service;
import org.upstander.standalone.StandaloneSystem;
import org.upstander.standalone.StandaloneSystemBuilder;

/** A whole system of real processes with its two receivers, a mail server and a webhook. */
final class Rig implements AutoCloseable {

    final StandaloneSystem system;
    final GreenMail mail;
    final WebhookReceiver webhook;
    final Api api;
    final Community community;
    private final Path directory;

    private Rig(Path directory, Consumer<StandaloneSystemBuilder> more) {
        this.directory = directory;
        StandaloneSystemBuilder builder =
                StandaloneSystem.in(directory).readyWithin(Duration.ofSeconds(180));
        // Whoever is killed here leaves a place in its group, and messages it was about to send:
        // both are given up sooner than in production, in the same way.
        builder.environment(Service.ALERT, "KAFKA_SESSION_TIMEOUT_MS", "6000");
        builder.environment(Service.ALERT, "KAFKA_HEARTBEAT_INTERVAL_MS", "2000");
        builder.environment(Service.ALERT, "UPSTANDER_WEBHOOK_TIMEOUT", "PT4S");
        builder.environment(Service.ALERT, "UPSTANDER_SMTP_TIMEOUT", "PT4S");
        builder.environment(Service.ALERT, "UPSTANDER_ALERT_ENGINE_DELIVERY_LEASE", "PT10S");
        // Members attack in the same words here, and each is to be paged for by themselves.
        builder.environment(Service.ALERT, "UPSTANDER_ALERT_PATTERNS_PILE_ON_AUTHORS", "100000");
        builder.environment(Service.ALERT, "UPSTANDER_ALERT_PATTERNS_CAMPAIGN_AUTHORS", "100000");
        builder.environment(Service.ALERT, "UPSTANDER_ALERT_PATTERNS_CAMPAIGN_SOURCES", "100000");
        more.accept(builder);
        system = builder.build();
        ServerSetup smtp = new ServerSetup(system.ports().smtp(), "127.0.0.1", "smtp");
        mail = new GreenMail(smtp);
        mail.start();
        webhook = new WebhookReceiver(system.secrets().webhookSecret());
        api = new Api(system);
        community = new Community(api);
    }

    /** Receivers run, nothing else does yet. */
    static Rig prepared(Path directory) {
        return prepared(directory, builder -> {});
    }

    /** The same with more settings. */
    static Rig prepared(Path directory, Consumer<StandaloneSystemBuilder> more) {
        return new Rig(directory, more);
    }

    /** Everything runs and is ready. */
    static Rig started(Path directory) {
        Rig rig = prepared(directory);
        try {
            rig.system.start();
            return rig;
        } catch (RuntimeException e) {
            rig.close();
            throw e;
        }
    }

    /** Waits for as long as two busy cores may need. */
    static ConditionFactory soon() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                // Looks at once: the pause before a first look would add up over thousands of
                // posts.
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsMatching(e -> !(e instanceof Error));
    }

    /** Waits until the scorer knows this member of staff. */
    void awaitBound(String name) {
        soon().untilAsserted(
                        () ->
                                assertThat(
                                                api.post(
                                                                Service.SCORING,
                                                                "/v1/score",
                                                                java.util.Map.of(
                                                                        "posts",
                                                                        List.of(
                                                                                Community.post(
                                                                                        "probe",
                                                                                        "prober",
                                                                                        "probe",
                                                                                        name))))
                                                        .expect(200)
                                                        .json()
                                                        .at("/results/0/assessments"))
                                        .isNotEmpty());
    }

    /** No log of any process holds a post's text, a protected identifier or a secret. */
    void assertLogsTellNothing() {
        try (Stream<Path> logs = Files.list(directory.resolve("logs"))) {
            for (Path log : logs.toList()) {
                assertThat(Files.readString(log))
                        .as("%s", log.getFileName())
                        .isNotEmpty()
                        .doesNotContain(Community.TRACER)
                        .doesNotContain("worthless idiot")
                        .doesNotContain("555 0142")
                        .doesNotContain("2065550142")
                        .doesNotContain(system.secrets().adminToken())
                        .doesNotContain(system.secrets().identifierKey())
                        .doesNotContain(system.secrets().linkKey())
                        .doesNotContain(system.secrets().webhookSecret());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        system.close();
        webhook.close();
        mail.stop();
    }
}
