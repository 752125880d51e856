package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.ingest.domain.PostId;

/** What a post becomes that answers or quotes others. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class NormalFormIT extends PostsBase {

    private final String said = "Entry " + id + " was late";

    @Test
    void anAnswerInTheSameRequestGetsToKnowWhomItAnswers() throws IOException {
        // When
        Http.posts("[" + parent() + "," + answer() + "]");

        // Then
        JsonNode answer = json(topic.atLeast(2).get(1));
        assertThat(answer.at("/replyTo/externalId").asText()).isEqualTo(id);
        assertThat(answer.at("/replyTo/author/handle").asText()).isEqualTo("heath");
    }

    @Test
    void itIsTheSameRevisionWhetherItIsKnownOrNot() throws IOException {
        // Given
        Http.posts(answer());
        Http.posts(parent());

        // When
        Http.posts(answer());

        // Then
        List<ConsumerRecord<String, byte[]>> events = topic.atLeast(3);
        JsonNode before = json(events.get(0));
        JsonNode after = json(events.get(2));
        assertThat(before.at("/replyTo/author").isMissingNode()).isTrue();
        assertThat(after.at("/replyTo/author/handle").asText()).isEqualTo("heath");
        assertThat(after.get("revision")).isEqualTo(before.get("revision"));
    }

    @Test
    void whatAnotherInstanceTookIsKnownHereToo() throws Exception {
        // Given
        write(
                """
                {"postId":"%s","revision":"494b56ce013c8efc","source":"forum","externalId":"%s",
                 "author":{"id":"8","handle":"heath"},"text":"%s.","deleted":false}"""
                        .formatted(PostId.of("forum", id).value(), id, said));

        // When, Then
        await().untilAsserted(
                        () -> {
                            Http.posts(answer());
                            assertThat(topic.atLeast(2))
                                    .extracting(TopicTail::value)
                                    .anyMatch(this::answersHeath);
                        });
    }

    @Test
    void whatCannotBeReadOfOthersHoldsNothingUp() throws Exception {
        // Given
        write("nonsense");
        write("{\"quotes\":[{\"start\":5,\"end\":900}]}");

        // When, Then
        whatAnotherInstanceTookIsKnownHereToo();
    }

    @Test
    void aQuoteInMarkupHasItsPlaceAndItsAuthor() throws IOException {
        // Given
        Http.posts(parent());

        // When
        Http.posts(
                """
                {"source":"forum","externalId":"%s-q","author":{"handle":"kestrel"},"thread":{"id":"%s"},
                 "html":"<blockquote><p>%s.</p></blockquote><p>So what?</p>"}"""
                        .formatted(id, id, said));

        // Then
        JsonNode quoting = json(topic.atLeast(2).get(1));
        String text = quoting.get("text").asText();
        assertThat(text).isEqualTo(said + ". So what?");
        JsonNode quote = quoting.at("/quotes/0");
        assertThat(text.substring(quote.get("start").asInt(), quote.get("end").asInt()))
                .isEqualTo(said + ".");
        assertThat(quote.get("postId").asText()).isEqualTo(PostId.of("forum", id).value());
        assertThat(quoting.at("/replyTo/author/handle").asText()).isEqualTo("heath");
    }

    @Test
    void aQuoteOfNobodyIsNone() throws IOException {
        Http.posts(Http.post(id, "> Never said by anybody " + UUID.randomUUID() + "."));

        assertThat(json(topic.atLeast(1).get(0)).has("quotes")).isFalse();
    }

    private boolean answersHeath(String event) {
        return event.contains("{\"externalId\":\"" + id + "\",\"author\":{\"id\":\"8\"");
    }

    private String parent() {
        return """
        {"source":"forum","externalId":"%s","author":{"id":8,"handle":"heath"},"thread":{"id":"%s"},"text":"%s."}"""
                .formatted(id, id, said);
    }

    private String answer() {
        return """
        {"source":"forum","externalId":"%s-a","author":{"handle":"kestrel"},"thread":{"id":"%s"},"text":"Thanks.",
         "replyTo":{"externalId":"%s"}}"""
                .replace("\n ", "")
                .formatted(id, id, id);
    }

    private void write(String event) throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                InfrastructureResource.shared().kafka().bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    Topics.POSTS,
                                    "forum/" + id,
                                    event.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> event) throws IOException {
        return new ObjectMapper().readTree(event.value());
    }
}
