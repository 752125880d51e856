package org.upstander.alert.engine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.upstander.alert.TestProducer;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.contracts.v1.Author;
import org.upstander.contracts.v1.PostEvent;
import org.upstander.contracts.v1.SignalEvent;

/** Histories of authors, as scoring-service and ingest-service would write them. */
abstract class PatternTestBase extends EscalationTestBase {

    static final String GRIEVANCE =
            "the whole jury was bought by Dana who is a fraud and a cheat, never trust her again";

    void say(Said... posts) {
        for (Said post : posts) {
            publish(event(post));
        }
    }

    /** And waits until all before and with it are recorded. */
    void sayAndWait(Said... posts) {
        AssessmentEvent[] events = new AssessmentEvent[posts.length];
        for (int at = 0; at < posts.length; at++) {
            events[at] = event(posts[at]);
        }
        publishAndWaitForAll(events);
    }

    AssessmentEvent event(Said post) {
        return event(post, staffId);
    }

    /**
     * @param of whom it is about
     */
    AssessmentEvent event(Said post, String of) {
        String id = staffId + "-" + post.id();
        return new AssessmentEvent(
                id + "-r1",
                id,
                "r1",
                of,
                post.source(),
                id,
                author(post.author()),
                new PostEvent.Thread(post.thread(), null),
                "https://forum.example.org/p/" + id,
                post.at(),
                post.at(),
                post.verdict(),
                post.severity(),
                post.score(),
                post.severity() == 0
                        ? List.of()
                        : List.of(new AssessmentEvent.CategoryScore("insult", 0.9)),
                new AssessmentEvent.Binding(post.binding(), null, 0, 4),
                List.of(),
                false,
                "en",
                "test-1",
                post.severity() == 0 ? null : post.text(),
                null,
                post.at());
    }

    /** Of this test: others have authors of the same name. With {@code @} its handle alone. */
    Author author(String name) {
        String own = name + "-" + staffId;
        return name.startsWith("@")
                ? new Author(null, own.substring(1), null, null, null)
                : new Author(own, own, null, null, null);
    }

    void moderated(String author, String action, String by, Instant at) {
        signal(
                new SignalEvent(
                        String.join("-", staffId, author, action),
                        "moderation-action",
                        action,
                        null,
                        null,
                        author(author),
                        by,
                        null,
                        "forum",
                        at,
                        at,
                        null,
                        null,
                        null,
                        null));
    }

    void approached(String id, String author, String kind, Instant at) {
        approached(id, author, kind, "forum", at);
    }

    void approached(String id, String author, String kind, String source, Instant at) {
        signal(
                new SignalEvent(
                        staffId + "-" + id,
                        "contact-attempt",
                        null,
                        kind,
                        "personal",
                        author(author),
                        null,
                        staffId,
                        source,
                        at,
                        at,
                        null,
                        null,
                        null,
                        null));
    }

    /**
     * @param invite what stands for the invitation, or null
     */
    void joined(String author, String invite, Instant at) {
        signal(
                new SignalEvent(
                        String.join("-", staffId, author, "joined"),
                        "member-joined",
                        null,
                        null,
                        null,
                        author(author),
                        null,
                        null,
                        "forum",
                        at,
                        at,
                        null,
                        null,
                        null,
                        invite));
    }

    private void signal(SignalEvent event) {
        try (KafkaProducer<String, byte[]> producer = TestProducer.open()) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(Topics.SIGNALS, staffId, json.writeValueAsBytes(event));
            record.headers().add(Headers.TYPE, EventTypes.SIGNAL.getBytes(StandardCharsets.UTF_8));
            producer.send(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        eventually(
                () ->
                        assertThat(column("select id from signal where id = ?", event.signalId()))
                                .hasSize(1));
    }

    ValidatableResponse incident() {
        return given().header("Authorization", "Bearer demo-admin-token")
                .get("/v1/incidents/" + incidentId())
                .then()
                .statusCode(200);
    }

    List<String> incidents() {
        return incidents("true");
    }

    private List<String> incidents(String which) {
        return column(
                "select concat(severity, ' ', array_to_string(patterns, '+'), ' ', post_count, ' posts, ', author_count, ' authors, ',"
                        + " array_to_string(sources, '+')) from incident where staff_id = ? and "
                        + which
                        + " order by opened_at, id",
                staffId);
    }

    /** Those that no other took in. */
    List<String> live() {
        return incidents("merged_into is null");
    }

    /** Reasons of all incidents of the member of staff. */
    List<String> timelines() {
        return column(
                "select reason from timeline where incident_id in (select id from incident where staff_id = ?)",
                staffId);
    }

    /** Somebody who was moderated by the member of staff says what another account says. */
    void isRecognisedByItsWords() {
        assertThat(timelines())
                .anyMatch(
                        reason ->
                                reason.contains(
                                        "after the ban by %s, of another account: much the same text"
                                                .formatted(staffId)));
    }

    Instant ago(Duration span) {
        return clock.instant().minus(span);
    }
}
