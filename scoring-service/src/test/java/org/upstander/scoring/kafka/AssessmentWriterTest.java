package org.upstander.scoring.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.contracts.v1.Author;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.AssessmentId;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Category;
import org.upstander.scoring.domain.Evidence;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.ScoredPost;
import org.upstander.scoring.domain.Verdict;

class AssessmentWriterTest {
    private final AssessmentWriter writer =
            new AssessmentWriter(Brain.scorePosts(), Clock.fixed(Samples.NOON, ZoneOffset.UTC));

    @Test
    void anAttackCarriesTheTextAndKeepsToTheSchema() throws Exception {
        // When
        ProducerRecord<byte[], byte[]> written = write("Dana is a fraud", attack(binding("Dana")));
        // Then
        AssessmentEvent event = read(written);
        assertThat(event.text()).isEqualTo("Dana is a fraud");
        assertThat(event.score()).isEqualTo(0.8765);
        assertThat(event.shadow()).isNull();
        assertThat(event.severity()).isEqualTo(2);
        assertThat(event.postedAt()).isEqualTo(Samples.NOON);
        assertThat(event.author().handle()).isEqualTo("heath");
        assertThat(violations(written)).isEmpty();
    }

    @Test
    void everythingElseCarriesNoTextAlsoWhereTheShadowSeesAnAttack() throws Exception {
        Assessment criticism =
                new Assessment(
                        "cm-07",
                        Verdict.CRITICISM,
                        0,
                        0.2,
                        List.of(),
                        binding("Dana"),
                        List.of(),
                        null,
                        Verdict.ATTACK);
        // When
        ProducerRecord<byte[], byte[]> written = write("Dana got this wrong", criticism);
        // Then
        assertThat(read(written).text()).isNull();
        assertThat(read(written).shadow()).isEqualTo("attack");
        assertThat(violations(written)).isEmpty();
    }

    @Test
    void aProtectedIdentifierIsNotRepeatedInTheBinding() throws Exception {
        // When
        ProducerRecord<byte[], byte[]> written =
                write(
                        "call 555-0142",
                        attack(new Assessment.Binding(BindingKind.PROTECTED, "555-0142", 5, 13)));
        // Then
        assertThat(read(written).binding().text()).isNull();
        assertThat(violations(written)).isEmpty();
    }

    @Test
    void whatIsTooLongOrTooMuchForTheContractIsCut() throws Exception {
        // Given
        String name = "x".repeat(255) + "\ud83d\ude00y";
        Assessment attack = attack(binding(name));
        Assessment much =
                new Assessment(
                        "cm-07",
                        Verdict.ATTACK,
                        2,
                        0.9,
                        attack.categories(),
                        attack.binding(),
                        Collections.nCopies(300, new Evidence(0, 1, Category.INSULT, 0.1)),
                        null,
                        null);
        // When
        ProducerRecord<byte[], byte[]> written = write(name, much);
        // Then
        assertThat(read(written).binding().text()).isEqualTo("x".repeat(255));
        assertThat(read(written).evidence()).hasSize(100);
        assertThat(violations(written)).isEmpty();
    }

    @Test
    void headersAndKeyAreThoseOfTheContract() throws Exception {
        // Given
        ConsumerRecord<byte[], byte[]> from = Events.traced(Events.post("{}"));
        // When
        ProducerRecord<byte[], byte[]> written =
                write(from, "Dana is a fraud", attack(binding("Dana")));
        // Then
        assertThat(written.topic()).isEqualTo(Topics.ASSESSMENTS);
        assertThat(new String(written.key(), StandardCharsets.UTF_8)).isEqualTo("cm-07");
        ConsumerRecord<byte[], byte[]> sent = Events.at(0, 0, written);
        assertThat(Topic.headers(sent))
                .containsEntry(Headers.SPEC_VERSION, "1.0")
                .containsEntry(Headers.TYPE, EventTypes.ASSESSMENT)
                .containsEntry(Headers.SOURCE, "/upstander/scoring-service")
                .containsEntry(Headers.TIME, "2026-11-23T12:00:00Z")
                .containsEntry(Headers.CONTENT_TYPE, "application/json")
                .containsEntry(Headers.TRACE_PARENT, "00-aa-bb-01")
                .containsEntry(Headers.ID, read(written).assessmentId());
    }

    @Test
    void theIdIsThatOfPostRevisionPersonAndModel() throws Exception {
        AssessmentEvent event = read(write("Dana is a fraud", attack(binding("Dana"))));
        assertThat(event.assessmentId())
                .isEqualTo(AssessmentId.of(event.postId(), event.revision(), "cm-07", Brain.MODEL));
    }

    @Test
    void whatAnAuthorIsTravelsOn() throws Exception {
        // Given
        Post.Author program = new Post.Author("8", "heath", "Heath", true, false);
        Post post =
                new Post(
                        Samples.hex("25862", 32),
                        Samples.hex("x", 16),
                        "forum",
                        "25862",
                        program,
                        null,
                        null,
                        "Dana is a fraud",
                        false,
                        Samples.NOON,
                        null,
                        null);
        // When
        ProducerRecord<byte[], byte[]> written =
                writer.write(
                        Events.post("{}"),
                        new ScoredPost(post, false, "en", List.of(), List.of()),
                        attack(binding("Dana")));
        // Then
        assertThat(read(written).author())
                .isEqualTo(new Author("8", "heath", "Heath", true, false));
        assertThat(read(write("Dana is a fraud", attack(binding("Dana")))).author().bot()).isNull();
        assertThat(violations(written)).isEmpty();
    }

    private ProducerRecord<byte[], byte[]> write(String text, Assessment assessment)
            throws Refusal {
        return write(Events.post("{}"), text, assessment);
    }

    private ProducerRecord<byte[], byte[]> write(
            ConsumerRecord<byte[], byte[]> from, String text, Assessment assessment)
            throws Refusal {
        Post post =
                new PostReader().read(Events.at(0, 0, Topic.record(Samples.post("25862", text))));
        return writer.write(
                from, new ScoredPost(post, false, "en", List.of(), List.of()), assessment);
    }

    private static Assessment attack(Assessment.Binding binding) {
        return new Assessment(
                "cm-07",
                Verdict.ATTACK,
                2,
                0.876543,
                List.of(new Assessment.CategoryScore(Category.INSULT, 0.9)),
                binding,
                List.of(new Evidence(10, 15, Category.INSULT, 0.7)),
                null,
                null);
    }

    private static Assessment.Binding binding(String text) {
        return new Assessment.Binding(BindingKind.NAME, text, 0, 4);
    }

    private static AssessmentEvent read(ProducerRecord<byte[], byte[]> written) throws IOException {
        return ContractJson.MAPPER.readValue(written.value(), AssessmentEvent.class);
    }

    private static List<?> violations(ProducerRecord<byte[], byte[]> written) throws IOException {
        try (InputStream in = AssessmentEvent.class.getResourceAsStream("assessment.schema.json")) {
            Schema schema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return schema.validate(
                    new String(written.value(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }
}
