package org.upstander.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.upstander.infrastructure.Database;
import org.upstander.infrastructure.FreePorts;
import org.upstander.infrastructure.Infrastructure;

/** The packaged service as a process of its own, which can be killed and started again. */
final class ServiceProcess implements AutoCloseable {

    private static final String TOKEN = "a-token-for-this-test-only";

    private final int port = FreePorts.one();
    private final Path log;
    private final Map<String, String> environment = new HashMap<>();
    private Process process;

    /**
     * @param more of its environment
     */
    ServiceProcess(Infrastructure infrastructure, Path log, Map<String, String> more) {
        this.log = log;
        Database database = infrastructure.database();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", infrastructure.kafka().bootstrapServers());
        environment.put("UPSTANDER_DB_HOST", database.host());
        environment.put("UPSTANDER_DB_PORT", Integer.toString(database.port()));
        environment.put("UPSTANDER_DB_NAME", database.name());
        environment.put("UPSTANDER_DB_USER", database.user());
        environment.put("UPSTANDER_DB_PASSWORD", database.password());
        environment.put("UPSTANDER_ADMIN_TOKEN", TOKEN);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.putAll(more);
    }

    /** Returns when it knows its sources. */
    void start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process = builder.start();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> call().get("/v1/sources").statusCode() == 200);
    }

    /** As by {@code kill -9}: it has no time for anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    RequestSpecification call() {
        return RestAssured.given()
                .baseUri("http://127.0.0.1:" + port)
                .header("Authorization", "Bearer " + TOKEN);
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor(15, SECONDS);
        }
    }
}
