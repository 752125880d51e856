package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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

/** Publishes assessments as scoring-service would, and waits until the service recorded them. */
final class AssessmentFeed {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private AssessmentFeed() {}

    /**
     * A verdict to publish.
     *
     * @param id of the assessment and of its post
     * @param staff id of the member of staff
     * @param author id and handle of the author
     * @param severity 0 for harmless
     * @param text of the post, or null
     * @param shadow verdict by thresholds on trial, or null
     */
    record Draft(
            String id,
            String staff,
            String source,
            String author,
            String verdict,
            int severity,
            String category,
            Instant postedAt,
            String text,
            String shadow) {

        Draft(
                String id,
                String staff,
                String source,
                String author,
                String verdict,
                int severity,
                String category,
                Instant postedAt) {
            this(id, staff, source, author, verdict, severity, category, postedAt, null, null);
        }

        static Draft attack(String id, String staff, String author, String text) {
            return new Draft(
                    id, staff, "forum", author, "attack", 2, "insult", Instant.now(), text, null);
        }

        static Draft tried(String id, String staff, String verdict, String shadow) {
            boolean attack = verdict.equals("attack");
            return new Draft(
                    id,
                    staff,
                    "forum",
                    "heath",
                    verdict,
                    attack ? 2 : 0,
                    attack ? "insult" : null,
                    Instant.now(),
                    attack ? "fraud" : null,
                    shadow);
        }

        private AssessmentEvent event() {
            return new AssessmentEvent(
                    id,
                    "po-" + id,
                    "r1",
                    staff,
                    source,
                    "ext-" + id,
                    new Author(author, author, null, null, null),
                    new PostEvent.Thread("th-" + id, "Judging"),
                    "https://forum.example.org/t/" + id,
                    postedAt,
                    postedAt,
                    verdict,
                    severity,
                    0.9,
                    category == null
                            ? List.of()
                            : List.of(new AssessmentEvent.CategoryScore(category, 0.9)),
                    new AssessmentEvent.Binding("name", "Dana", 0, 4),
                    List.of(),
                    false,
                    "en",
                    "test-1",
                    text,
                    shadow,
                    postedAt);
        }
    }

    static void publishAndWait(Draft... drafts) {
        try (KafkaProducer<String, byte[]> producer = TestProducer.open()) {
            for (Draft draft : drafts) {
                ProducerRecord<String, byte[]> record =
                        new ProducerRecord<>(
                                Topics.ASSESSMENTS,
                                draft.staff(),
                                JSON.writeValueAsBytes(draft.event()));
                record.headers()
                        .add(Headers.TYPE, EventTypes.ASSESSMENT.getBytes(StandardCharsets.UTF_8));
                producer.send(record);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        for (Draft draft : drafts) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    RestTestBase.column(
                                                            "select id from assessment where id = ?",
                                                            draft.id()))
                                            .hasSize(1));
        }
    }
}
