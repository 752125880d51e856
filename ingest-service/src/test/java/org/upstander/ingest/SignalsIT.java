package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.ingest.domain.PostId;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class SignalsIT {

    private static final String BAN =
            """
            {"type":"moderation-action","action":"ban","author":{"id":"8","handle":"heath"},
             "by":"cm-07","at":"2026-11-23T12:00:00Z"}""";
    private static final String CALL =
            """
            {"type":"contact-attempt","kind":"call","account":"personal","author":{"handle":"@heath"},
             "staff":"cm-07","at":"2026-11-23T23:10:00+01:00","note":"rang twice"}""";

    private static final String BOOST =
            """
            {"type":"amplification","source":"fediverse","externalId":"1001","author":{"id":"90","bot":true},
             "at":"2026-11-23T12:30:00Z"}""";

    private static final String JOIN =
            """
            {"type":"member-joined","source":"forum","author":{"id":"91","handle":"heath_2"},
             "invite":"summer-campaign","at":"2026-11-23T11:58:00Z"}""";

    private TopicTail topic;

    @BeforeEach
    void openTopic() {
        topic =
                new TopicTail(
                        InfrastructureResource.shared().kafka().bootstrapServers(), Topics.SIGNALS);
    }

    @AfterEach
    void closeTopic() {
        topic.close();
    }

    @Test
    void aSignalBecomesACloudEventOnceAndForAll() throws IOException {
        // When
        Response first = Http.signals(CALL);
        Response again = Http.signals(CALL);

        // Then
        first.then().statusCode(202).body("results[0].status", equalTo("accepted"));
        String signalId = first.path("results[0].signalId");
        assertThat(again.<String>path("results[0].signalId")).isEqualTo(signalId);
        List<ConsumerRecord<String, byte[]>> events = topic.atLeast(2);
        assertThat(events.get(0).key()).isEqualTo("cm-07");
        assertThat(TopicTail.header(events.get(0), Headers.ID)).isEqualTo(signalId);
        assertThat(TopicTail.header(events.get(0), Headers.TYPE))
                .isEqualTo("org.upstander.signal.v1");
        JsonNode value = new ObjectMapper().readTree(events.get(0).value());
        assertThat(value.get("signalId").asText()).isEqualTo(signalId);
        assertThat(value.at("/author/handle").asText()).isEqualTo("heath");
        assertThat(value.get("at").asText()).isEqualTo("2026-11-23T22:10:00Z");
        assertThat(value.get("note").asText()).isEqualTo("rang twice");
    }

    @Test
    void badSignalsOfAnArrayNeverFailTheirNeighbours() {
        Http.signals("[" + BAN + ",{\"type\":\"rumour\"}," + CALL + "]")
                .then()
                .statusCode(202)
                .body("results.status", contains("accepted", "rejected", "accepted"))
                .body("results[1].problem.errors[0].pointer", equalTo("/type"))
                .body("accepted", equalTo(2));
        assertThat(topic.atLeast(2)).extracting(ConsumerRecord::key).containsOnly("cm-07");
    }

    @Test
    void anAmplificationIsASignalOnceAndForAll() throws IOException {
        // When
        Response first = Http.signals(BOOST);
        Response again = Http.signals(BOOST);

        // Then
        first.then().statusCode(202).body("results[0].status", equalTo("accepted"));
        String signalId = first.path("results[0].signalId");
        assertThat(again.<String>path("results[0].signalId")).isEqualTo(signalId);
        ConsumerRecord<String, byte[]> event = topic.atLeast(2).get(0);
        assertThat(event.key()).isEqualTo("90");
        JsonNode value = new ObjectMapper().readTree(event.value());
        assertThat(value.get("type").asText()).isEqualTo("amplification");
        assertThat(value.get("externalId").asText()).isEqualTo("1001");
        assertThat(value.get("postId").asText()).isEqualTo(PostId.of("fediverse", "1001").value());
        assertThat(value.at("/author/bot").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"externalId\":\"1001\", || /externalId",
                "\"source\":\"fediverse\", || /source",
                "\"id\":\"90\"| \"id\":\" \"| /author/handle",
                "\"bot\":true| \"bot\":\"yes\"| /author/bot",
                "12:30:00Z| half past| /at",
                "\"type\"| \"action\":\"ban\",\"type\"| /action",
                "\"type\"| \"staff\":\"cm-07\",\"type\"| /staff",
            })
    void aBadAmplificationIsAProblemThatNamesTheField(String good, String bad, String pointer) {
        assertThat(BOOST).contains(good);
        Http.signals(BOOST.replace(good, bad == null ? "" : bad))
                .then()
                .statusCode(400)
                .contentType(Http.PROBLEM)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aJoinIsASignalOnceAndForAllAndItsInvitationAHash() throws IOException {
        // When
        Response first = Http.signals(JOIN);
        Response again = Http.signals(JOIN);
        Response other = Http.signals(JOIN.replace("\"91\"", "\"92\""));
        Response elsewhere = Http.signals(JOIN.replace("\"forum\"", "\"chat\""));

        // Then
        first.then().statusCode(202).body("results[0].status", equalTo("accepted"));
        String signalId = first.path("results[0].signalId");
        assertThat(again.<String>path("results[0].signalId")).isEqualTo(signalId);
        other.then().statusCode(202);
        elsewhere.then().statusCode(202);
        List<ConsumerRecord<String, byte[]>> events = topic.atLeast(4);
        assertThat(events).extracting(ConsumerRecord::key).containsOnly("91", "92");
        List<String> invites = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> event : events) {
            JsonNode value = new ObjectMapper().readTree(event.value());
            assertThat(value.get("type").asText()).isEqualTo("member-joined");
            assertThat(value.toString()).doesNotContain("summer");
            invites.add(value.get("source").asText() + " " + value.get("inviteHash").asText());
        }
        assertThat(invites).allMatch(one -> one.matches("(forum|chat) [0-9a-f]{32}"));
        assertThat(Set.copyOf(invites)).hasSize(2);
        assertThat(invites.stream().map(one -> one.split(" ")[1]).distinct()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"source\":\"forum\", || /source",
                "\"id\":\"91\",\"handle\":\"heath_2\"| \"id\":\" \"| /author/handle",
                "\"summer-campaign\"| true| /invite",
                "11:58:00Z| noon| /at",
                "\"type\"| \"staff\":\"cm-07\",\"type\"| /staff",
                "\"type\"| \"action\":\"ban\",\"type\"| /action",
            })
    void aBadJoinIsAProblemThatNamesTheField(String good, String bad, String pointer) {
        assertThat(JOIN).contains(good);
        Http.signals(JOIN.replace(good, bad == null ? "" : bad))
                .then()
                .statusCode(400)
                .contentType(Http.PROBLEM)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aSingleBadSignalIsAProblem() {
        Http.signals(BAN.replace("\"ban\"", "\"banish\""))
                .then()
                .statusCode(400)
                .contentType(Http.PROBLEM)
                .body("errors[0].pointer", equalTo("/action"))
                .body("detail", containsString("ban, suspend, mute"));
    }

    @Test
    void signalsDoNotComeByLine() {
        Http.send("/v1/signals", Http.NDJSON, new byte[] {'{'})
                .then()
                .statusCode(415)
                .contentType(Http.PROBLEM)
                .body("detail", containsString("JSON array"));
    }
}
