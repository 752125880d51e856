package org.upstander.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.EmbeddedKafka;
import org.upstander.infrastructure.FreePorts;

/**
 * The service as it is shipped, as a process with a small heap, started before its Kafka and
 * without any PostgreSQL. Embedded Kafka with either provider: it has to be absent first.
 */
class PackagedServiceIT {

    private static final String TOKEN = "a-token-for-this-test-only";
    private static final int LINES = 50_000;
    private static final String TEXT = "x".repeat(2048);

    @TempDir private static Path directory;

    private static Process service;
    private static int port;
    private static int kafkaPort;

    // Asks for HTTP/2 first, as its default is: the upgrade must not cost the body.
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void startWithoutKafka() throws IOException {
        port = FreePorts.one();
        kafkaPort = FreePorts.one();
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Djava.io.tmpdir=" + directory,
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        builder.environment()
                .putAll(
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS",
                                "127.0.0.1:" + kafkaPort,
                                "UPSTANDER_DB_PORT",
                                Integer.toString(FreePorts.one()),
                                "UPSTANDER_ADMIN_TOKEN",
                                TOKEN,
                                "QUARKUS_HTTP_HOST",
                                "127.0.0.1",
                                "QUARKUS_HTTP_PORT",
                                Integer.toString(port)));
        builder.redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile());
        service = builder.start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.destroy();
        if (!service.waitFor(15, SECONDS)) {
            service.destroyForcibly();
        }
    }

    @Test
    void waitsForItsKafkaAndThenTakesAHundredMegabytes() throws Exception {
        // Given: no Kafka
        await().atMost(60, SECONDS).until(() -> status("/q/health/live") == 200);
        assertThat(status("/q/health/ready")).isEqualTo(503);
        long before = System.nanoTime();
        assertThat(post(lines(1)).statusCode()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));

        // When: Kafka comes
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), kafkaPort)) {
            await().atMost(60, SECONDS).until(() -> status("/q/health/ready") == 200);
            HttpResponse<Path> answer = post(lines(LINES));

            // Then
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(status("/v1/webhooks/forum")).isEqualTo(503); // no source was read yet
            assertThat(accepted(answer.body())).isEqualTo(LINES);
            assertThat(records(kafka.bootstrapServers())).isGreaterThanOrEqualTo(LINES);
            assertThat(service.isAlive()).isTrue();
            assertThat(Files.readString(directory.resolve("log")))
                    .doesNotContain("OutOfMemory")
                    .doesNotContain("has been blocked")
                    .doesNotContain(TEXT);
            try (var spooled = Files.list(directory)) {
                assertThat(spooled.filter(f -> f.toString().contains("upstander-results")))
                        .isEmpty();
            }
        }
    }

    private HttpResponse<Path> post(InputStream lines) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri("/v1/posts"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "application/x-ndjson")
                        .timeout(Duration.ofMinutes(2))
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> lines))
                        .build();
        return http.send(
                request, HttpResponse.BodyHandlers.ofFile(directory.resolve("answer.json")));
    }

    private int status(String path) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0; // not listening yet
        }
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Made while it is read: the test keeps no 100 MB either. */
    private static InputStream lines(int count) {
        Iterator<InputStream> lines =
                IntStream.range(0, count)
                        .mapToObj(i -> Http.post("big-" + i, TEXT) + "\n")
                        .map(line -> line.getBytes(StandardCharsets.UTF_8))
                        .<InputStream>map(ByteArrayInputStream::new)
                        .iterator();
        Enumeration<InputStream> parts =
                new Enumeration<>() {
                    @Override
                    public boolean hasMoreElements() {
                        return lines.hasNext();
                    }

                    @Override
                    public InputStream nextElement() {
                        return lines.next();
                    }
                };
        return new SequenceInputStream(parts);
    }

    private static long accepted(Path answer) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(answer.toFile())) {
            while (json.nextToken() != null) {
                if (json.getParsingContext().getParent() != null
                        && json.getParsingContext().getParent().inRoot()
                        && "accepted".equals(json.currentName())
                        && json.currentToken().isNumeric()) {
                    return json.getLongValue();
                }
            }
        }
        return -1;
    }

    private static long records(String bootstrapServers) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            return consumer
                    .endOffsets(
                            consumer.partitionsFor(Topics.POSTS).stream()
                                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                                    .toList())
                    .values()
                    .stream()
                    .flatMapToLong(LongStream::of)
                    .sum();
        }
    }
}
