package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.RosterEntry;
import org.upstander.scoring.domain.StaffMember;

class RosterBookTest {
    private final AtomicInteger unreadable = new AtomicInteger();
    private final RosterBook book = new RosterBook(new CountingUnreadable(unreadable));

    @Test
    void anEntryAddsChangesAndRemoves() {
        assertThat(book.apply(entry("cm-07", Topic.json(member("Dana Okafor"))))).isTrue();
        assertThat(book.apply(entry("cm-07", Topic.json(member("Dana Ferrars"))))).isTrue();
        assertThat(book.staff())
                .extracting(StaffMember::displayName)
                .containsExactly("Dana Ferrars");
        assertThat(book.apply(entry("cm-07", null))).isTrue();
        assertThat(book.staff()).isEmpty();
    }

    @Test
    void theSameAgainChangesNothing() {
        book.apply(entry("cm-07", Topic.json(member("Dana Okafor"))));
        assertThat(book.apply(entry("cm-07", Topic.json(member("Dana Okafor"))))).isFalse();
        assertThat(book.apply(entry("cm-08", null))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "null",
                "{\"staffId\":\"somebody else\"}",
                "{\"staffId\":\"cm-07\",\"names\":[null]}",
                "{\"staffId\":\"cm-07\",\"attackThreshold\":0.01}",
                "{\"staffId\":\"cm-07\",\"attackThreshold\":\"NaN\"}",
                "{\"staffId\":\"cm-07\",\"names\":7}"
            })
    void whatCannotBeReadLeavesThePersonProtectedAsBefore(String json) {
        // Given
        book.apply(entry("cm-07", Topic.json(member("Dana Okafor"))));
        // When
        boolean changed = book.apply(entry("cm-07", json.getBytes(UTF_8)));
        // Then
        assertThat(changed).isFalse();
        assertThat(unreadable).hasValue(1);
        assertThat(book.staff())
                .extracting(StaffMember::displayName)
                .containsExactly("Dana Okafor");
    }

    @Test
    void anEntryOfALaterVersionIsSkipped() {
        book.apply(
                Events.at(
                        0,
                        0,
                        Topic.record(
                                Topics.ROSTER,
                                "cm-07",
                                Topic.json(member("Dana")),
                                "org.upstander.roster-entry.v2")));
        assertThat(unreadable).hasValue(1);
        assertThat(book.staff()).isEmpty();
    }

    @Test
    void everyFieldArrives() {
        // When
        book.apply(entry("cm-07", Topic.json(Samples.withThreshold(member("Dana Okafor"), 0.25))));
        // Then
        StaffMember read = book.staff().iterator().next();
        assertThat(read.handles()).containsExactly(new StaffMember.Handle("forum", "dana_cm"));
        assertThat(read.pronouns()).isEqualTo("she/her");
        assertThat(read.names()).containsExactly("Dana Okafor");
        assertThat(read.attackThreshold()).isEqualTo(0.25);
    }

    @Test
    void anEntryOfBeforePeopleHadThresholdsIsRead() {
        // When
        book.apply(entry("cm-07", Topic.json(member("Dana Okafor"))));
        // Then
        assertThat(book.staff().iterator().next().attackThreshold()).isNull();
    }

    private static RosterEntry member(String name) {
        return Samples.member("cm-07", name, "dana_cm");
    }

    private static ConsumerRecord<byte[], byte[]> entry(String key, byte[] value) {
        return Events.at(0, 0, Topic.record(Topics.ROSTER, key, value, EventTypes.ROSTER_ENTRY));
    }
}
