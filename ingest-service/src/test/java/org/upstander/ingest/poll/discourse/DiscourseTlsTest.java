package org.upstander.ingest.poll.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.ingest.Certificates;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;
import org.upstander.ingest.fetch.Listens;
import org.upstander.ingest.poll.Pages;

/** Who cannot prove its name is asked nothing, and gets no key. */
class DiscourseTlsTest {

    private static final String KEY = "a key of the tests";

    @TempDir private Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final DiscoursePoller poller = new DiscoursePoller(Listens.fetch(vertx));
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private Certificates certificates;

    @BeforeEach
    void make() throws Exception {
        certificates = new Certificates(directory);
    }

    @AfterEach
    void close() {
        certificates.close();
        vertx.close();
    }

    @Test
    void whoseCertificateIsTrustedIsAsked() throws Exception {
        int port = server(certificates.trusted());
        assertThat(poll(Certificates.NAME, port)).isInstanceOf(Polled.Answered.class);
        assertThat(keys).containsExactly(KEY);
    }

    @Test
    void whoseCertificateIsForAnotherNameIsToldNothing() throws Exception {
        int port = server(certificates.trusted());
        assertThat(poll("other.example.org", port)).isEqualTo(unreachable());
        assertThat(keys).isEmpty();
    }

    @Test
    void whoseCertificateNobodyTrustsIsToldNothing() throws Exception {
        int port = server(certificates.stranger());
        assertThat(poll(Certificates.NAME, port)).isEqualTo(unreachable());
        assertThat(keys).isEmpty();
    }

    private static Polled unreachable() {
        return new Polled.Failed(PollFailure.UNREACHABLE, Optional.empty());
    }

    private Polled poll(String name, int port) throws Exception {
        Source source =
                new Source(
                        "main",
                        "discourse-posts",
                        "Main",
                        "forum",
                        "https://" + name + ":" + port,
                        List.of(KEY),
                        null,
                        null,
                        SourceSettings.NONE,
                        false);
        return poller.poll(source, "").toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private int server(HttpServerOptions options) {
        return vertx.createHttpServer(options)
                .requestHandler(
                        request -> {
                            keys.add(request.getHeader("api-key"));
                            request.response().end(Pages.fixture("discourse-posts.json"));
                        })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }
}
