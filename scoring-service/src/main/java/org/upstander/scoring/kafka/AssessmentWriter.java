package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.contracts.v1.Author;
import org.upstander.contracts.v1.PostEvent;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.AssessmentId;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.ScoredPost;
import org.upstander.scoring.domain.Verdict;

/** Makes records of assessments. Thread-safe. */
@Singleton
final class AssessmentWriter {
    private static final ObjectWriter JSON = ContractJson.MAPPER.writerFor(AssessmentEvent.class);
    private static final String SOURCE = "/upstander/scoring-service";
    private static final int BINDING_TEXT = 256;
    private static final int EVIDENCE = 100;

    private final String model;
    private final Clock clock;

    AssessmentWriter(ScorePosts scorePosts, Clock clock) {
        this.model = scorePosts.model();
        this.clock = clock;
    }

    /** The record for one assessment of the post that {@code from} holds, as it may be shown. */
    ProducerRecord<byte[], byte[]> write(
            ConsumerRecord<byte[], byte[]> from, ScoredPost scored, Assessment assessment) {
        Post post = scored.post();
        String id = AssessmentId.of(post.postId(), post.revision(), assessment.staffId(), model);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            return new ProducerRecord<>(
                    Topics.ASSESSMENTS,
                    null,
                    null,
                    assessment.staffId().getBytes(UTF_8),
                    JSON.writeValueAsBytes(event(id, now, from, scored, assessment)),
                    headers(from, id, now));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordHeaders headers(
            ConsumerRecord<byte[], byte[]> from, String id, Instant now) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(Headers.SPEC_VERSION, EventHeaders.bytes(Headers.SPEC_VERSION_VALUE));
        headers.add(Headers.ID, id.getBytes(UTF_8));
        headers.add(Headers.SOURCE, EventHeaders.bytes(SOURCE));
        headers.add(Headers.TYPE, EventHeaders.bytes(EventTypes.ASSESSMENT));
        headers.add(Headers.TIME, now.toString().getBytes(UTF_8));
        headers.add(Headers.CONTENT_TYPE, EventHeaders.bytes(Headers.JSON));
        Header trace = from.headers().lastHeader(Headers.TRACE_PARENT);
        if (trace != null) {
            headers.add(trace);
        }
        return headers;
    }

    private AssessmentEvent event(
            String id,
            Instant now,
            ConsumerRecord<byte[], byte[]> from,
            ScoredPost scored,
            Assessment assessment) {
        boolean attack = assessment.verdict() == Verdict.ATTACK;
        Post post = scored.post();
        return new AssessmentEvent(
                id,
                post.postId(),
                post.revision(),
                assessment.staffId(),
                post.source(),
                post.externalId(),
                author(post.author()),
                post.thread() == null
                        ? null
                        : new PostEvent.Thread(post.thread().id(), post.thread().title()),
                post.url(),
                post.postedAt(),
                now,
                assessment.verdict().wire(),
                assessment.severity(),
                rounded(assessment.score()),
                categories(assessment),
                binding(assessment.binding()),
                evidence(assessment),
                scored.spam(),
                scored.language(),
                model,
                attack ? post.text() : null,
                assessment.shadow() == null ? null : assessment.shadow().wire(),
                attack ? receivedAt(from) : null);
    }

    /** The post's record bears the time at which its post came; null where it bears none. */
    private static Instant receivedAt(ConsumerRecord<byte[], byte[]> from) {
        String time = EventHeaders.text(from, Headers.TIME);
        try {
            return time == null ? null : Instants.parse(time);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Author author(Post.Author author) {
        return new Author(
                author.id(), author.handle(), author.displayName(), author.bot(), author.staff());
    }

    private static List<AssessmentEvent.CategoryScore> categories(Assessment assessment) {
        return assessment.categories().stream()
                .map(
                        c ->
                                new AssessmentEvent.CategoryScore(
                                        c.category().wire(), rounded(c.score())))
                .toList();
    }

    private static List<AssessmentEvent.Evidence> evidence(Assessment assessment) {
        return assessment.evidence().stream()
                .limit(EVIDENCE)
                .map(
                        e ->
                                new AssessmentEvent.Evidence(
                                        e.start(),
                                        e.end(),
                                        e.category().wire(),
                                        rounded(e.weight())))
                .toList();
    }

    private static AssessmentEvent.Binding binding(Assessment.Binding binding) {
        return new AssessmentEvent.Binding(
                binding.how().wire(), bindingText(binding), binding.start(), binding.end());
    }

    /** What was recognised as a protected identifier is never repeated. */
    private static String bindingText(Assessment.Binding binding) {
        String text = binding.text();
        if (text == null || binding.how() == BindingKind.PROTECTED) {
            return null;
        }
        if (text.length() <= BINDING_TEXT) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(BINDING_TEXT - 1));
        return text.substring(0, splits ? BINDING_TEXT - 1 : BINDING_TEXT);
    }

    /** Digits beyond the fourth say nothing. */
    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
