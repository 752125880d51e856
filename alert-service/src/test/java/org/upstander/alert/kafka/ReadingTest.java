package org.upstander.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Verdict;
import org.upstander.contracts.DeadLetterReasons;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.v1.AssessmentEvent;

class ReadingTest {

    private static final String ATTACK =
            """
            {"assessmentId":"a1","postId":"p1","revision":"r1","staffId":"cm-07","source":"forum",
             "externalId":"25862","author":{"id":"8","handle":"heath"},"thread":{"id":"4946"},
             "postedAt":"2026-11-23T12:00:00Z","assessedAt":"2026-11-23T12:00:01Z","verdict":"attack",
             "severity":2,"score":0.94,"categories":[{"name":"insult","score":0.91}],
             "binding":{"how":"reply","text":"you","start":0,"end":3},
             "evidence":[{"start":8,"end":24,"category":"insult","weight":0.7}],
             "spam":false,"model":"2026.11-1","text":"…","fromTheFuture":{"x":1}}
            """;

    private final ObjectMapper json =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static ConsumerRecord<String, byte[]> record(String type, String value) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(
                        "topic",
                        0,
                        0,
                        "key",
                        value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        if (type != null) {
            record.headers().add(Headers.TYPE, type.getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    private Reading<Assessment> read(ConsumerRecord<String, byte[]> record) {
        return Reading.of(
                List.of(record),
                EventTypes.ASSESSMENT,
                json,
                AssessmentEvent.class,
                AssessmentMapper::toDomain);
    }

    private String reason(String type, String value) {
        Reading<Assessment> reading = read(record(type, value));
        assertThat(reading.taken()).isEmpty();
        return reading.refused().get(0).reason();
    }

    @Test
    void unknownFieldsAreIgnored() {
        Assessment attack = read(record(EventTypes.ASSESSMENT, ATTACK)).taken().get(0).item();

        assertThat(attack.verdict()).isEqualTo(Verdict.ATTACK);
        assertThat(attack.categories()).containsExactly("insult");
        assertThat(attack.post().author().handle()).isEqualTo("heath");
        assertThat(attack.post().threadId()).isEqualTo("4946");
        assertThat(attack.spans()).hasSize(1);
    }

    @Test
    void whatCannotBeTakenSaysWhy() {
        assertThat(reason(null, ATTACK)).isEqualTo(DeadLetterReasons.UNKNOWN_TYPE);
        assertThat(reason("org.upstander.assessment.v2", ATTACK))
                .isEqualTo(DeadLetterReasons.UNKNOWN_TYPE);
        assertThat(reason(EventTypes.ASSESSMENT, null)).isEqualTo(DeadLetterReasons.UNREADABLE);
        assertThat(reason(EventTypes.ASSESSMENT, "null")).isEqualTo(DeadLetterReasons.UNREADABLE);
        assertThat(reason(EventTypes.ASSESSMENT, "{")).isEqualTo(DeadLetterReasons.UNREADABLE);
        assertThat(reason(EventTypes.ASSESSMENT, "[1]")).isEqualTo(DeadLetterReasons.UNREADABLE);
        assertThat(reason(EventTypes.ASSESSMENT, "{}")).isEqualTo(DeadLetterReasons.INVALID);
        assertThat(with("\"attack\"", "\"praise\"")).isEqualTo(DeadLetterReasons.INVALID);
        assertThat(with("\"severity\":2", "\"severity\":5")).isEqualTo(DeadLetterReasons.INVALID);
        assertThat(with("\"insult\",\"score\"", "\"a'b\",\"score\""))
                .isEqualTo(DeadLetterReasons.INVALID);
        assertThat(with("\"cm-07\"", "null")).isEqualTo(DeadLetterReasons.INVALID);
        assertThat(with("{\"name\":\"insult\",\"score\":0.91}", "null"))
                .isEqualTo(DeadLetterReasons.INVALID);
        assertThat(with("\"evidence\":[", "\"evidence\":[null,"))
                .isEqualTo(DeadLetterReasons.INVALID);
    }

    private String with(String instead, String value) {
        assertThat(ATTACK).contains(instead);
        return reason(EventTypes.ASSESSMENT, ATTACK.replace(instead, value));
    }
}
