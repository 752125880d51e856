package org.upstander.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.standalone.Service;
import org.upstander.standalone.StandaloneSystem;

/** What panels ask the statistics is answered, and each of their columns has something in it. */
class StatisticsPanelsIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int LONG_AGO = 120;
    private static final int TODAY = 30;
    private static final String NAME = "Pelagia Kroft";

    @TempDir static Path directory;
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static StandaloneSystem system;
    private static Rest rest;
    private static String token;

    /**
     * Enough of ten days ago to know what is usual, then today; one incident is judged, one not.
     */
    @BeforeAll
    static void aCommunity() throws Exception {
        system = StandaloneSystem.in(directory.resolve("system")).build().start();
        rest = new Rest(system);
        admin(
                "PUT",
                "/v1/contacts/lead",
                "{\"displayName\":\"Lead\",\"methods\":[{\"channel\":\"inbox\",\"address\":\"lead\",\"verified\":true}]}");
        for (String id : List.of("first", "second")) {
            admin(
                    "PUT",
                    "/v1/staff/" + id,
                    "{\"displayName\":\"%1$s\",\"names\":[\"%1$s\"],\"handles\":[{\"platform\":\"forum\",\"handle\":\"%2$s_k\"}],\"escalation\":{\"contactId\":\"lead\"}}"
                            .formatted(name(id), id));
        }
        token =
                MonitoringFiles.json(
                                admin(
                                        "POST",
                                        "/v1/tokens",
                                        "{\"name\":\"Grafana\",\"scopes\":[\"incidents:read\"]}"))
                        .at("/token")
                        .asText();
        awaitRoster();
        write();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(mentions()).isGreaterThanOrEqualTo(LONG_AGO + TODAY));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(incidents()).hasSizeGreaterThanOrEqualTo(2));
        judge(incidents().get(0).at("/id").asText());
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    static List<Question> questions() {
        return MonitoringFiles.statistics();
    }

    @Test
    void thereIsSomethingToAsk() {
        assertThat(questions()).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void itIsAnsweredWithSomethingInEachColumn(Question question) throws Exception {
        for (String bucket : List.of("day", "hour")) {
            HttpResponse<String> answer =
                    rest.call(Service.ALERT, "GET", question.path(bucket, NOW), "", token);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            List<JsonNode> rows = question.rows(MonitoringFiles.json(answer.body()));
            assertThat(rows).isNotEmpty();
            for (JsonNode column : MonitoringFiles.items(question.target().at("/columns"))) {
                String selector = "/" + column.at("/selector").asText().replace('.', '/');
                assertThat(rows)
                        .as("%s by %s", selector, bucket)
                        .anyMatch(
                                row ->
                                        Question.fits(
                                                row.at(selector), column.at("/type").asText()));
                assertThat(rows)
                        .filteredOn(row -> !row.at(selector).isMissingNode())
                        .allMatch(
                                row ->
                                        Question.fits(
                                                row.at(selector), column.at("/type").asText()));
            }
        }
    }

    /** A series for each word becomes one for each text only where time does not go back. */
    @ParameterizedTest
    @MethodSource("questions")
    void timeDoesNotGoBack(Question question) throws Exception {
        String answer =
                rest.call(Service.ALERT, "GET", question.path("day", NOW), "", token).body();
        assertThat(
                        question.rows(MonitoringFiles.json(answer)).stream()
                                .filter(row -> row.has("time"))
                                .map(row -> Instant.parse(row.at("/time").asText())))
                .isSorted();
    }

    private static void awaitRoster() {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                rest.asAdmin(
                                                        Service.SCORING,
                                                        "POST",
                                                        "/v1/score",
                                                        "{\"posts\":[%s]}"
                                                                .formatted(
                                                                        post(
                                                                                "look",
                                                                                NOW,
                                                                                name("second")
                                                                                        + " replied."))))
                                        .contains("\"staffId\":\"second\""));
    }

    private static void write() throws Exception {
        List<String> posts = new ArrayList<>();
        for (int i = 0; i < LONG_AGO; i++) {
            posts.add(
                    post(
                            "old-" + i,
                            NOW.minus(10, ChronoUnit.DAYS),
                            name("first") + " put the dates of the next round online."));
        }
        for (int i = 0; i < TODAY; i++) {
            posts.add(
                    post(
                            "new-" + i,
                            NOW.minusSeconds(1),
                            i % 5 == 0
                                    ? "Thank you " + name("first") + ", you are wonderful!"
                                    : name("first") + " put the dates of the next round online."));
        }
        for (String id : List.of("first", "second")) {
            for (int i = 0; i < 3; i++) {
                posts.add(
                        post(
                                id + "-" + i,
                                NOW.minusSeconds(1),
                                name(id)
                                        + " you are a pathetic, worthless idiot and everybody here hates you."));
            }
        }
        rest.asAdmin(Service.INGEST, "POST", "/v1/posts", "[" + String.join(",", posts) + "]");
    }

    private static String post(String id, Instant at, String text) {
        return "{\"source\":\"forum\",\"externalId\":\"%s\",\"author\":{\"id\":\"a-%s\",\"handle\":\"a-%s\"},\"text\":\"%s\",\"createdAt\":\"%s\"}"
                .formatted(id, id, id, text, at);
    }

    private static String name(String id) {
        return id.equals("first") ? NAME : "Osric Vantongeren";
    }

    private static double mentions() throws Exception {
        double sum = 0;
        for (JsonNode item : items("/v1/stats/timeseries?metric=mentions&from=" + ago(30))) {
            sum += item.at("/value").asDouble();
        }
        return sum;
    }

    private static List<JsonNode> incidents() throws Exception {
        return items("/v1/incidents");
    }

    private static List<JsonNode> items(String path) throws Exception {
        return MonitoringFiles.items(MonitoringFiles.json(admin("GET", path, "")).at("/items"));
    }

    private static void judge(String incident) throws Exception {
        admin("POST", "/v1/incidents/" + incident + ":acknowledge", "");
        JsonNode whole = MonitoringFiles.json(admin("GET", "/v1/incidents/" + incident, ""));
        String assessment = whole.findValue("assessmentId").asText();
        admin(
                "POST",
                "/v1/incidents/" + incident + ":verdict",
                "{\"assessmentId\":\"%s\",\"verdict\":\"attack\"}".formatted(assessment));
    }

    private static String admin(String method, String path, String body) throws Exception {
        return rest.asAdmin(Service.ALERT, method, path, body);
    }

    private static String ago(int days) {
        return NOW.minus(days, ChronoUnit.DAYS).toString();
    }
}
