package org.upstander.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.source.SourceChange;
import org.upstander.alert.domain.SourceSight;
import org.upstander.contracts.DeadLetterReasons;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.v1.SourceEvent;

class SourceMapperTest {

    private static final Instant SINCE = Instant.parse("2026-03-03T06:33:26.005000999Z");

    private final ObjectMapper json =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void wordsOfLaterVersionsAreSurvived() {
        assertThat(seen("blind", "rate-limited").cause()).isEqualTo(SourceSight.Cause.RATE_LIMITED);
        assertThat(seen("blind", "word-of-2031").cause()).isEqualTo(SourceSight.Cause.OTHER);
        assertThat(seen("blind", null).cause()).isEqualTo(SourceSight.Cause.OTHER);
        assertThat(seen("word-of-2031", "silent").state()).isEqualTo(SourceSight.State.OTHER);
        assertThat(seen("sees", null).cause()).isNull();
    }

    @Test
    void timesAreAsTheDatabaseKeepsThem() {
        assertThat(seen("blind", "silent").since())
                .isEqualTo(Instant.parse("2026-03-03T06:33:26.005Z"));
    }

    @Test
    void whatBreaksTheSchemaIsRefused() {
        assertThatThrownBy(() -> SourceMapper.toDomain(event("a\nb", "F", "forum", "sees")))
                .isInstanceOf(InvalidEvent.class)
                .hasMessage("invalid sourceId");
        assertThatThrownBy(() -> SourceMapper.toDomain(event("main", "", "forum", "sees")))
                .isInstanceOf(InvalidEvent.class);
        assertThatThrownBy(() -> SourceMapper.toDomain(event("main", "F", null, "sees")))
                .isInstanceOf(InvalidEvent.class);
        assertThatThrownBy(() -> SourceMapper.toDomain(event("main", "F", "forum", null)))
                .isInstanceOf(InvalidEvent.class);
    }

    @Test
    void aRecordWithoutAValueRemovesItsSource() {
        // Given
        ConsumerRecord<String, byte[]> good = new ConsumerRecord<>("t", 0, 0, "main", null);
        ConsumerRecord<String, byte[]> bad = new ConsumerRecord<>("t", 0, 1, null, null);
        for (ConsumerRecord<String, byte[]> one : List.of(good, bad)) {
            one.headers().add(Headers.TYPE, EventTypes.SOURCE.getBytes(StandardCharsets.UTF_8));
        }

        // When
        Reading<SourceChange> reading =
                Reading.of(
                        List.of(good, bad),
                        EventTypes.SOURCE,
                        json,
                        SourceEvent.class,
                        SourceMapper::toDomain,
                        SourceMapper::removed);

        // Then
        assertThat(reading.taken())
                .extracting(Reading.Taken::item)
                .containsExactly(new SourceChange.Removed("main"));
        assertThat(reading.refused())
                .extracting(Reading.Refused::reason)
                .containsExactly(DeadLetterReasons.INVALID);
    }

    private static SourceSight seen(String state, String cause) {
        return ((SourceChange.Seen)
                        SourceMapper.toDomain(
                                new SourceEvent("main", "F", "forum", state, cause, SINCE, SINCE)))
                .sight();
    }

    private static SourceEvent event(String id, String name, String platform, String state) {
        return new SourceEvent(id, name, platform, state, null, SINCE, SINCE);
    }
}
