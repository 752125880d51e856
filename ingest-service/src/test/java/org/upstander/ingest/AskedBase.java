package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

/** A source that is asked, or listened to, and what comes of it. */
abstract class AskedBase extends PostsBase {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of this test; what comes of it has the test's id in it. */
    String source = "asked-" + id;

    private final Set<String> put = new HashSet<>();

    /** The type of the source. */
    abstract String type();

    /** Others count sources that are blind. */
    @AfterEach
    void forget() {
        put.forEach(name -> Http.as(Http.ADMIN).delete("/v1/sources/" + name));
    }

    /** What is put anew is due at once. */
    ValidatableResponse put(String name, String body) {
        put.add(name);
        return SourceCalls.put(name, body).then().statusCode(oneOf(200, 201));
    }

    JsonPath shown() {
        return Http.as(Http.ADMIN).get("/v1/sources/" + source).jsonPath();
    }

    void awaitBlind(String cause) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            assertThat(shown().getString("health.state")).isEqualTo("blind");
                            assertThat(shown().getString("health.cause")).isEqualTo(cause);
                        });
    }

    void awaitSeen() {
        await().untilAsserted(
                        () -> assertThat(shown().getString("health.state")).isEqualTo("sees"));
    }

    /** All of this test, once there are so many: others may still be asked. */
    List<String> posts(int count) {
        List<String> mine = new ArrayList<>();
        await().pollInSameThread()
                .atMost(PATIENCE)
                .until(
                        () -> {
                            mine.clear();
                            topic.atLeast(0).stream()
                                    .map(TopicTail::value)
                                    .filter(value -> value.contains(id))
                                    .forEach(mine::add);
                            return mine.size() >= count;
                        });
        return mine;
    }

    static TopicTail originals() {
        return new TopicTail(
                InfrastructureResource.shared().kafka().bootstrapServers(), Topics.ORIGINALS);
    }

    /** The one original in which such words are; others may still be asked. */
    static ConsumerRecord<String, byte[]> original(TopicTail originals, String words) {
        await().pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> !with(words, originals.atLeast(0)).isEmpty());
        return with(words, originals.atLeast(0)).get(0);
    }

    private static List<ConsumerRecord<String, byte[]>> with(
            String words, List<ConsumerRecord<String, byte[]>> originals) {
        return originals.stream()
                .filter(one -> OriginalsIT.opened(one).orElseThrow().contains(words))
                .toList();
    }

    List<JsonPath> read(int count) {
        return posts(count).stream().map(JsonPath::from).toList();
    }

    /** How often asking sources of this type came out so. */
    double polled(String outcome) {
        return counted("polls", outcome);
    }

    /** How often what was delivered to sources of this type came out so. */
    double delivered(String outcome) {
        return counted("deliveries", outcome);
    }

    private double counted(String what, String outcome) {
        String line =
                "upstander_ingest_%s_total{outcome=\"%s\",type=\"%s\"} "
                        .formatted(what, outcome, type());
        return Http.as(Http.ADMIN)
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(one -> one.startsWith(line))
                .mapToDouble(one -> Double.parseDouble(one.substring(line.length())))
                .sum();
    }
}
