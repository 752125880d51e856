package org.upstander.scoring.kafka;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.scoring.application.PipelineMetrics;
import org.upstander.scoring.application.PipelineState;
import org.upstander.scoring.application.PipelineState.Line;

/** The order of things in a batch, on clients whose every call is seen. */
class PostSessionTest {
    private static final TopicPartition POSTS = new TopicPartition(Topics.POSTS, 0);

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final Consumer consumer = new Consumer();
    private final AtomicBoolean away = new AtomicBoolean();
    private final Producer producer = new Producer();
    private final PipelineState state = new PipelineState();
    private final DeadLetterLimit limit = new DeadLetterLimit(3, 50);
    private Worker worker;

    @AfterEach
    void stop() {
        worker.askToStop();
        worker.awaitEnd(ofSeconds(10));
    }

    @Test
    void offsetsAreCommittedOnlyAfterTheResultsAreAcknowledged() {
        // When
        run(post(0, "hello"), post(1, "Dana is a fraud"), post(2, "Dana did well"));
        // Then
        await().untilAsserted(() -> assertThat(calls).contains("commit 3"));
        assertThat(calls.subList(0, 4)).containsExactly("send", "send", "flush", "commit 3");
    }

    @Test
    void whatIsNotAcknowledgedIsNotCommittedAndRepeatedWithTheSameIds() {
        // Given
        away.set(true);
        // When
        run(post(0, "Dana is a fraud"));
        await().untilAsserted(
                        () -> assertThat(calls.stream().filter("flush"::equals)).isNotEmpty());
        // Then
        await().untilAsserted(
                        () -> assertThat(state.lines()).containsEntry("posts-0", Line.RETRYING));
        assertThat(calls).noneMatch(call -> call.startsWith("commit"));
    }

    @Test
    void aRecordThatCannotBeReadIsSetAsideBeforeTheOffsetMovesOn() {
        // When
        run(post(0, "Dana is a fraud"), poison(1), post(2, "Dana did well"));
        // Then
        await().untilAsserted(() -> assertThat(calls).contains("commit 3"));
        assertThat(calls.indexOf("flush")).isLessThan(calls.indexOf("commit 3"));
        assertThat(topics())
                .containsExactly(Topics.ASSESSMENTS, "upstander.posts.v1.dlq", Topics.ASSESSMENTS);
    }

    @Test
    void aPostOnWhichScoringFailsIsSetAsideToo() {
        // When
        run(post(0, "Dana, crash"), post(1, "Dana did well"));
        // Then
        await().untilAsserted(() -> assertThat(calls).contains("commit 2"));
        assertThat(topics()).containsExactly("upstander.posts.v1.dlq", Topics.ASSESSMENTS);
        ProducerRecord<byte[], byte[]> letter = producer.history().get(0);
        assertThat(Topic.headers(Events.at(0, 0, letter)))
                .containsEntry(Headers.DEAD_LETTER_REASON, "invalid")
                .containsEntry(Headers.DEAD_LETTER_CAUSE, "java.lang.IllegalStateException");
    }

    @Test
    void beyondTheLimitTheLineStopsBeforeTheRecordThatIsTooMuch() {
        // When
        run(poison(0), poison(1), poison(2), poison(3), post(4, "Dana is a fraud"));
        // Then
        await().untilAsserted(
                        () -> assertThat(state.lines()).containsEntry("posts-0", Line.STOPPED));
        assertThat(calls).contains("commit 3").doesNotContain("commit 5");
        assertThat(topics()).containsOnly("upstander.posts.v1.dlq").hasSize(3);
    }

    @Test
    void aDeadLetterTooLargeForTheBrokerBecomesAPointer() {
        // Given
        producer.refuseLarge = true;
        // When
        run(poison(0));
        // Then
        await().untilAsserted(() -> assertThat(calls).contains("commit 1"));
        assertThat(producer.history())
                .last()
                .satisfies(
                        letter -> {
                            assertThat(letter.value()).isNull();
                            assertThat(Topic.headers(Events.at(0, 0, letter)))
                                    .containsEntry(Headers.DEAD_LETTER_OFFSET, "0");
                        });
    }

    @Test
    void aDeletedPostYieldsNothing() {
        // Given
        var deleted = Samples.post("9", "Dana is a fraud");
        var gone =
                new org.upstander.contracts.v1.PostEvent(
                        deleted.postId(),
                        deleted.revision(),
                        "forum",
                        "9",
                        deleted.author(),
                        null,
                        null,
                        "",
                        null,
                        false,
                        Samples.NOON,
                        null,
                        Samples.NOON,
                        true,
                        null,
                        null,
                        "public",
                        null,
                        null);
        // When
        run(Events.at(0, 0, Topic.record(gone)));
        // Then
        await().untilAsserted(() -> assertThat(calls).contains("commit 1"));
        assertThat(producer.history()).isEmpty();
    }

    @SafeVarargs
    private void run(ConsumerRecord<byte[], byte[]>... records) {
        consumer.schedulePollTask(
                () -> {
                    consumer.rebalance(List.of(POSTS));
                    consumer.updateBeginningOffsets(Map.of(POSTS, 0L));
                    List.of(records).forEach(consumer::addRecord);
                });
        worker =
                new Worker(
                        "posts-0",
                        w ->
                                new PostSession(
                                                0,
                                                consumer,
                                                producer,
                                                Brain.scorer(PipelineMetrics.NOOP),
                                                limit,
                                                PipelineMetrics.NOOP)
                                        .run(w),
                        state,
                        PipelineMetrics.NOOP);
        worker.start();
    }

    private List<String> topics() {
        return producer.history().stream().map(ProducerRecord::topic).toList();
    }

    private static ConsumerRecord<byte[], byte[]> post(long offset, String text) {
        return Events.at(0, offset, Topic.record(Samples.post("p" + offset, text)));
    }

    private static ConsumerRecord<byte[], byte[]> poison(long offset) {
        return Events.at(
                0,
                offset,
                Topic.record(Topics.POSTS, "forum/1", new byte[] {'{'}, EventTypes.POST));
    }

    private final class Consumer extends MockConsumer<byte[], byte[]> {
        Consumer() {
            super("earliest");
        }

        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            offsets.values().forEach(offset -> calls.add("commit " + offset.offset()));
            super.commitAsync(offsets, callback);
        }
    }

    private final class Producer extends MockProducer<byte[], byte[]> {
        private volatile boolean refuseLarge;

        Producer() {
            super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized java.util.concurrent.Future<
                        org.apache.kafka.clients.producer.RecordMetadata>
                send(
                        ProducerRecord<byte[], byte[]> event,
                        org.apache.kafka.clients.producer.Callback callback) {
            calls.add("send");
            return super.send(event, callback);
        }

        @Override
        public synchronized void flush() {
            calls.add("flush");
            if (away.get()) {
                while (errorNext(new TimeoutException("nobody there"))) {
                    calls.add("failed");
                }
            } else if (refuseLarge) {
                refuseLarge = false;
                errorNext(new RecordTooLargeException("too large"));
            }
            super.flush();
        }
    }
}
