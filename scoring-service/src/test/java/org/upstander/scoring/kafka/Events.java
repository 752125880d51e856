package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;

/** Records as a consumer gets them, without a broker. */
final class Events {

    /** A post with all that the contract wants, and nothing else. */
    static final String WHOLE_POST =
            """
            {"postId":"b1205f5ecbbaaefec526cf0cda2a55e1","revision":"494b56ce013c8efc","source":"forum",
             "externalId":"1","author":{"id":"8"},"text":"hello","truncated":false,
             "createdAt":"2026-11-23T12:00:00Z","receivedAt":"2026-11-23T12:00:00Z","deleted":false,
             "visibility":"public"}""";

    private Events() {}

    static ConsumerRecord<byte[], byte[]> at(
            int partition, long offset, ProducerRecord<byte[], byte[]> written) {
        return new ConsumerRecord<>(
                written.topic(),
                partition,
                offset,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                written.key(),
                written.value(),
                written.headers(),
                Optional.empty());
    }

    /** A record on the posts topic with this value, typed as a post. */
    static ConsumerRecord<byte[], byte[]> post(String json) {
        return at(
                0,
                7,
                Topic.record(
                        Topics.POSTS,
                        "forum/1",
                        json == null ? null : json.getBytes(UTF_8),
                        EventTypes.POST));
    }

    static ConsumerRecord<byte[], byte[]> traced(ConsumerRecord<byte[], byte[]> event) {
        event.headers().add(Headers.TRACE_PARENT, "00-aa-bb-01".getBytes(UTF_8));
        return event;
    }

    static RecordHeaders headers(ConsumerRecord<byte[], byte[]> event) {
        return new RecordHeaders(event.headers().toArray());
    }
}
