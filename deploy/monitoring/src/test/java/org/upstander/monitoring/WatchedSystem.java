package org.upstander.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.upstander.standalone.Service;
import org.upstander.standalone.StandaloneSystem;

/**
 * All of Upstander, after enough has happened that every series exists: most are there from the
 * start at zero, some appear with the first time.
 */
final class WatchedSystem implements AutoCloseable {

    /** Micrometer asks Kafka's clients once a minute what there is to be measured by now. */
    private static final Duration SOON = Duration.ofSeconds(120);

    private final StandaloneSystem system;
    private final Rest rest;
    private final String token;

    WatchedSystem(Path directory) {
        system = StandaloneSystem.in(directory).canary().build().start();
        rest = new Rest(system);
        try {
            token = tokenForPrometheus();
            askASourceThatIsNotThere();
            refuseADelivery();
            setARecordAside();
            await().atMost(SOON)
                    .untilAsserted(
                            () -> {
                                assertThat(metrics(Service.ALERT))
                                        .contains("upstander_alert_events_deadletter_total{")
                                        .contains("kafka_consumer_fetch_manager_records_lag{");
                                assertThat(metrics(Service.INGEST))
                                        .contains("upstander_ingest_polls_total{")
                                        .contains("upstander_ingest_deliveries_total{");
                            });
        } catch (Exception | AssertionError e) {
            close();
            throw new IllegalStateException(e);
        }
    }

    int port(Service service) {
        return system.ports().of(service);
    }

    /** The one that the README makes. */
    String token() {
        return token;
    }

    String metrics(Service service) throws Exception {
        HttpResponse<String> answer = rest.call(service, "GET", "/q/metrics", "", token);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Nothing is kept, so nobody is waited for. */
    @Override
    public void close() {
        for (Service service : Service.values()) {
            system.service(service).kill();
        }
        system.close();
    }

    private String tokenForPrometheus() throws Exception {
        String made =
                rest.asAdmin(
                        Service.ALERT,
                        "POST",
                        "/v1/tokens",
                        "{\"name\":\"Prometheus\",\"scopes\":[\"me:read\"],\"staffId\":\"prometheus\"}");
        String secret = MonitoringFiles.json(made).at("/token").asText();
        assertThat(secret).isNotEmpty();
        for (Service service : Service.values()) {
            await().atMost(SOON)
                    .until(
                            () ->
                                    rest.call(service, "GET", "/q/metrics", "", secret).statusCode()
                                            == 200);
        }
        return secret;
    }

    private void askASourceThatIsNotThere() throws Exception {
        rest.asAdmin(
                Service.INGEST,
                "PUT",
                "/v1/sources/feed",
                "{\"type\":\"rss\",\"displayName\":\"Feed\",\"platform\":\"feed\",\"url\":\"http://127.0.0.1:%d/none\"}"
                        .formatted(port(Service.INGEST)));
    }

    private void refuseADelivery() throws Exception {
        rest.asAdmin(
                Service.INGEST,
                "PUT",
                "/v1/sources/hook",
                "{\"type\":\"discourse\",\"displayName\":\"Hook\",\"platform\":\"forum\",\"secrets\":[\"a secret of the webhook\"]}");
        await().atMost(SOON)
                .until(
                        () ->
                                rest.call(Service.INGEST, "POST", "/v1/webhooks/hook", "{}", token)
                                                .statusCode()
                                        == 401);
    }

    private void setARecordAside() throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", "127.0.0.1:" + system.ports().kafka());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("upstander.assessments.v1", "nobody", "none")).get();
        }
    }
}
