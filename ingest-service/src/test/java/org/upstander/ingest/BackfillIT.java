package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Old posts from files. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class BackfillIT extends PostsBase {

    private static final Path FILES = Path.of("target/source-files");

    private String source;

    @BeforeEach
    void directory() throws IOException {
        source = "f-" + id;
        Files.createDirectories(FILES.resolve(id));
    }

    @Test
    void everyGoodLineIsStoredAndTheBadOnesAreCounted() throws IOException {
        // Given
        write("a.ndjson", line(1) + "\n\n{\"broken\":\n" + line(2) + "\n");
        write("b.ndjson", "x".repeat(1024 * 1024 + 1) + "\n" + line(3));
        write("notes.txt", "no posts here");
        put(id).statusCode(201);

        // When
        begin().statusCode(202).header("Location", "/v1/sources/" + source + "/backfill");

        // Then
        JsonPath done = over();
        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getLong("accepted")).isEqualTo(3);
        assertThat(done.getLong("rejected")).isEqualTo(2);
        assertThat(topic.atLeast(3))
                .extracting(TopicTail::value)
                .filteredOn(value -> value.contains(id))
                .hasSize(3);
    }

    @Test
    void csvNamesItsFieldsInTheHeader() throws IOException {
        write(
                "old.csv",
                """
                externalId,author.handle,text,createdAt,deleted
                %s-1,heath,"Well, judged
                in two lines.",2026-03-03T06:33:26Z,
                %s-2,mila,,,true
                """
                        .formatted(id, id));
        put(id + "/old.csv").statusCode(201);
        begin().statusCode(202);
        assertThat(over().getLong("accepted")).isEqualTo(2);
        assertThat(topic.atLeast(2))
                .extracting(TopicTail::value)
                .anyMatch(value -> value.contains("Well, judged\\nin two lines."));
    }

    @Test
    void everyMessageOfAnMboxIsAPostAndTheBadOnesAreCounted() throws IOException {
        write(
                "2026.mbox",
                message(1, "Well judged.\n>From here on.")
                        + "From nobody Tue Mar  3 06:33:26 2026\n\nno header\n\n"
                        + message(2, "x".repeat(10 * 1024 * 1024))
                        + message(3, "=?utf-8?Q?as_it_stands?="));
        put(id + "/2026.mbox").statusCode(201);
        begin().statusCode(202);
        JsonPath done = over();
        assertThat(done.getLong("accepted")).isEqualTo(2);
        assertThat(done.getLong("rejected")).isEqualTo(2);
        assertThat(topic.atLeast(2))
                .extracting(TopicTail::value)
                .filteredOn(value -> value.contains(id))
                .hasSize(2)
                .noneMatch(value -> value.contains("@example.org\",\"handle"))
                .anyMatch(
                        value ->
                                value.contains("Die Runde\\n\\nWell judged.\\nFrom here on.")
                                        && value.contains("\"handle\":\"Heath Grün\""));
    }

    private String message(int at, String body) {
        return """
        From heath@example.org Tue Mar  3 06:33:26 2026
        From: =?utf-8?Q?Heath_Gr=C3=BCn?= <heath@example.org>
        Message-ID: <%s-%d@example.org>
        Subject: Die Runde
        Date: Tue, 3 Mar 2026 07:33:26 +0100

        %s

        """
                .formatted(id, at, body);
    }

    @Test
    void whoeverReadsEventsSeesItToTheEnd() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < 3000; at++) {
            lines.append(line(at)).append('\n');
        }
        write("many.ndjson", lines.toString());
        put(id).statusCode(201);
        begin().statusCode(202);
        String events =
                Http.as(Http.ADMIN)
                        .accept("text/event-stream")
                        .get("/v1/sources/" + source + "/backfill")
                        .then()
                        .statusCode(200)
                        .contentType("text/event-stream")
                        .extract()
                        .asString();
        assertThat(events).startsWith("event: progress\ndata: {");
        assertThat(events.strip()).contains("\"state\":\"done\"").contains("\"accepted\":3000");
    }

    @Test
    void nothingOutsideOfTheDirectoryIsRead() throws IOException {
        Files.createSymbolicLink(
                FILES.resolve(id).resolve("link"), Path.of("pom.xml").toAbsolutePath());
        for (String path : new String[] {"../../pom.xml", "/etc/hostname", id + "/link", "none"}) {
            put(path);
            begin().statusCode(202);
            assertThat(over().getString("state")).as(path).isEqualTo("failed");
        }
    }

    @Test
    void aLinkInADirectoryThatLeadsOutIsPassedOver() throws IOException {
        Path outside = Files.writeString(Path.of("target", id + ".ndjson"), line(7));
        Files.createSymbolicLink(
                FILES.resolve(id).resolve("link.ndjson"), outside.toAbsolutePath());
        write("own.ndjson", line(1));
        put(id).statusCode(201);
        begin().statusCode(202);
        assertThat(over().getLong("accepted")).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoCsvFailsAndTheNextOneGoesOn() throws IOException {
        write("broken.csv", "externalId,externalId,text\n1,2,3\n");
        put(id + "/broken.csv").statusCode(201);
        begin().statusCode(202);
        assertThat(over().getString("state")).isEqualTo("failed");
        write("good.ndjson", line(1));
        put(id + "/good.ndjson").statusCode(200);
        begin().statusCode(202);
        assertThat(over().getLong("accepted")).isEqualTo(1);
    }

    @Test
    void aPausedSourceRestsInTheMiddleAndGoesOn() throws IOException {
        write("a.ndjson", line(1));
        put(id).statusCode(201);
        pause(true);
        begin().statusCode(202);
        await().during(Duration.ofMillis(600))
                .atMost(Duration.ofSeconds(5))
                .until(() -> progress().getLong("items") == 0);
        assertThat(progress().getString("state")).isEqualTo("running");
        pause(false);
        assertThat(over().getLong("accepted")).isEqualTo(1);
    }

    private void pause(boolean paused) {
        Http.as(Http.ADMIN)
                .post("/v1/sources/" + source + (paused ? ":pause" : ":resume"))
                .then()
                .statusCode(200);
    }

    @Test
    void whoHasNothingToTakeInSaysSo() {
        SourceCalls.put(source, SourceCalls.discourse("a secret of tests")).then().statusCode(201);
        begin().statusCode(409).body("type", equalTo("urn:upstander:problem:nothing-to-take-in"));
        Http.as(Http.ADMIN).get("/v1/sources/" + source + "/backfill").then().statusCode(404);
        Http.as(Http.ADMIN).post("/v1/sources/unknown:backfill").then().statusCode(404);
    }

    private String line(int at) {
        return """
        {"externalId":"%s-%d","author":{"handle":"heath"},"text":"Number %d."}"""
                .formatted(id, at, at);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(FILES.resolve(id).resolve(name), content);
    }

    private ValidatableResponse put(String path) {
        return SourceCalls.put(
                        source,
                        """
                        {"type":"file","displayName":"Archive","platform":"forum","settings":{"path":"%s"}}"""
                                .formatted(path))
                .then();
    }

    private ValidatableResponse begin() {
        return Http.as(Http.ADMIN).post("/v1/sources/" + source + ":backfill").then();
    }

    private JsonPath over() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !"running".equals(progress().getString("state")));
        return progress();
    }

    private JsonPath progress() {
        return Http.as(Http.ADMIN).get("/v1/sources/" + source + "/backfill").jsonPath();
    }
}
