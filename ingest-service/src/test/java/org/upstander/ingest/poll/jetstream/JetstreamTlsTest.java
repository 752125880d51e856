package org.upstander.ingest.poll.jetstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.ingest.Certificates;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.fetch.Listens;
import org.upstander.ingest.poll.Pages;

/** Who cannot prove its name is not listened to. */
class JetstreamTlsTest {

    @TempDir private Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final JetstreamPoller poller =
            new JetstreamPoller(Listens.at(vertx, true), Clock.systemUTC());
    private Certificates certificates;
    private JetstreamServer server;

    @BeforeEach
    void make() throws Exception {
        certificates = new Certificates(directory);
    }

    @AfterEach
    void close() {
        certificates.close();
        server.close();
        vertx.close();
    }

    @Test
    void whoseCertificateIsTrustedIsListenedTo() throws Exception {
        Polled polled = poll(certificates.trusted(), Certificates.NAME);
        assertThat(polled).isInstanceOf(Polled.Answered.class);
        assertThat(((Polled.Answered) polled).items()).hasSize(1);
    }

    @Test
    void whoseCertificateIsForAnotherNameIsToldNothing() throws Exception {
        assertThat(poll(certificates.trusted(), "other.example.org")).isEqualTo(unreachable());
        assertThat(server.queries()).isEmpty();
    }

    @Test
    void whoseCertificateNobodyTrustsIsToldNothing() throws Exception {
        assertThat(poll(certificates.stranger(), Certificates.NAME)).isEqualTo(unreachable());
        assertThat(server.queries()).isEmpty();
    }

    private static Polled unreachable() {
        return new Polled.Failed(PollFailure.UNREACHABLE, Optional.empty());
    }

    private Polled poll(HttpServerOptions options, String name) throws Exception {
        server = new JetstreamServer(options);
        server.post("r1", "Well judged.");
        return poller.poll(Pages.source("bluesky", server.url("wss", name)), "")
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }
}
