package org.upstander.alert.notify.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JksOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.alert.application.Deadline;
import org.upstander.outbound.Target;

/** TLS to a checked address under the name it was checked for. */
class PinnedHttpTest {

    private static final String PASSWORD = "test-password";
    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    @TempDir static Path directory;
    private static Vertx vertx;
    private static HttpServer server;
    private static PinnedHttp http;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        JksOptions store = new JksOptions().setPath(certificate().toString()).setPassword(PASSWORD);
        server =
                vertx.createHttpServer(
                                new HttpServerOptions()
                                        .setSsl(true)
                                        .setSni(true)
                                        .setKeyStoreOptions(store))
                        .requestHandler(
                                request -> {
                                    SEEN.add(request.connection().indicatedServerName());
                                    SEEN.add(request.getHeader("Host"));
                                    request.response().setStatusCode(204).end();
                                })
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
        http =
                new PinnedHttp(
                        vertx,
                        new HttpClientOptions().setTrustStoreOptions(store),
                        WebhookSettings.of(Map.of()));
    }

    @AfterAll
    static void stop() {
        http.close();
        vertx.close();
    }

    @Test
    void theNameGoesIntoTheHandshakeAndTheHeaderWhileTheAddressIsTheCheckedOne() {
        // When
        int status = post(http, "hooks.example.org");
        // Then
        assertThat(status).isEqualTo(204);
        assertThat(SEEN)
                .containsExactly("hooks.example.org", "hooks.example.org:" + server.actualPort());
    }

    @Test
    void aCertificateForAnotherNameIsNoGood() {
        assertThatThrownBy(() -> post(http, "other.example.net"))
                .hasRootCauseInstanceOf(Exception.class)
                .satisfies(
                        e ->
                                assertThat(
                                                new Answers(
                                                                java.time.Clock.systemUTC(),
                                                                Duration.ZERO)
                                                        .of(e))
                                        .hasToString("Refused[kind=AUTHENTICATION]"));
    }

    @Test
    void aCertificateNobodyVouchesForIsNoGood() {
        // Given
        PinnedHttp strict =
                new PinnedHttp(vertx, new HttpClientOptions(), WebhookSettings.of(Map.of()));
        // When, Then
        assertThatThrownBy(() -> post(strict, "hooks.example.org"))
                .satisfiesAnyOf(
                        e -> assertThat(e).isInstanceOf(SSLException.class),
                        e -> assertThat(e).hasCauseInstanceOf(SSLException.class));
        strict.close();
    }

    private static int post(PinnedHttp client, String host) {
        Target target =
                new Target(
                        InetAddress.getLoopbackAddress(), server.actualPort(), true, host, "/hook");
        return client.post(target, HttpMessage.json("{}"), Deadline.in(Duration.ofSeconds(10)))
                .await()
                .atMost(Duration.ofSeconds(10))
                .status();
    }

    private static Path certificate() throws Exception {
        Path store = directory.resolve("hooks.jks");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keystore",
                                store.toString(),
                                "-storetype",
                                "JKS",
                                "-storepass",
                                PASSWORD,
                                "-keypass",
                                PASSWORD,
                                "-alias",
                                "hooks",
                                "-keyalg",
                                "RSA",
                                "-dname",
                                "CN=hooks.example.org",
                                "-ext",
                                "SAN=dns:hooks.example.org")
                        .redirectErrorStream(true)
                        .start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return store;
    }
}
