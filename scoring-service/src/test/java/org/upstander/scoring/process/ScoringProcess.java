package org.upstander.scoring.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service, or one of its commands, as it runs in production. */
final class ScoringProcess implements AutoCloseable {
    static final String TOKEN = "upt-token-of-the-process-test";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final Path log;

    private ScoringProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * @param environment beyond Kafka, port and secrets; a value of "" removes a variable
     */
    static ScoringProcess start(
            String bootstrap, Path log, Map<String, String> environment, String... arguments) {
        try {
            int port = freePort();
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx192m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-jar",
                                    Path.of("target", "quarkus-app", "quarkus-run.jar")
                                            .toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            Map<String, String> variables = builder.environment();
            variables.put("KAFKA_BOOTSTRAP_SERVERS", bootstrap);
            variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
            variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
            variables.put("UPSTANDER_ADMIN_TOKEN", TOKEN);
            variables.put("UPSTANDER_IDENTIFIER_KEY", "key-of-the-process-test-only");
            variables.putAll(environment);
            variables.values().removeIf(String::isEmpty);
            return new ScoringProcess(builder.start(), port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Status of a GET; 0 where nobody listens. */
    int status(String path) {
        try {
            return send(HttpRequest.newBuilder(uri(path)).GET()).statusCode();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    boolean isReady() {
        return status("/q/health/ready") == 200;
    }

    boolean isLive() {
        return status("/q/health/live") == 200;
    }

    HttpResponse<String> score(String body) {
        return send(
                HttpRequest.newBuilder(uri("/v1/score"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(
                    request.header("Authorization", "Bearer " + TOKEN).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    String log() {
        try {
            return Files.readString(log, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Exit code of a process that ends by itself. */
    int awaitExit() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("still running after 60 s, see " + log);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        awaitExit();
    }
}
