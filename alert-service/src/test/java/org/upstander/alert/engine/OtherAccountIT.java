package org.upstander.alert.engine;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.infrastructure.InfrastructureResource;

/** Accounts that are known by their words only, in whatever order these are told. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class OtherAccountIT extends LookAgainTestBase {

    @Test
    void anotherAccountIsRecognisedWhenTheBanAndTheWordsAreRecordedAtTheSameTime()
            throws SQLException {
        // Given: what the other said is recorded for long, what the first said is being recorded
        say("2", "newcomer", ago(ofHours(1)));
        forward(ofMinutes(20));
        recording(
                () -> say(Said.attack("1", "heath", ago(ofDays(2))).saying(words())),
                () -> moderated("heath", "ban", staffId, ago(ofDays(1))));
        sayAndWait(Said.neutral("3", "rowan", clock.instant(), 0.05));

        // When
        forward(ofMinutes(8));

        // Then
        eventually(this::isRecognisedByItsWords);
    }

    /**
     * B: the ban. F: the words of the first account, before it. O: the same of the other, since.
     */
    @ParameterizedTest
    @ValueSource(strings = {"FBO", "BFO", "BOF", "FOB", "OFB", "OBF"})
    void anotherAccountIsRecognisedByItsWordsInWhateverOrderItIsTold(String order) {
        // Given
        Map<Character, Runnable> told =
                Map.of(
                        'B', () -> moderated("heath", "ban", staffId, ago(ofDays(1))),
                        'F', () -> say("1", "heath", ago(ofDays(2))),
                        'O', () -> say("2", "newcomer", ago(ofHours(1))));

        // When
        for (char one : order.toCharArray()) {
            told.get(one).run();
            forward(ofMinutes(10));
            lookedAt();
        }

        // Then
        eventually(this::isRecognisedByItsWords);
        assertThat(incidents())
                .containsExactlyInAnyOrder(
                        "1  1 posts, 1 authors, forum", "2 retaliation 1 posts, 1 authors, forum");
    }

    /** Whoever says it again and again is not dozens. */
    @ParameterizedTest
    @CsvSource({"1,1,1", "50,50,0", "50,1,1"})
    void whatDozensSayTellsNobodyApart(int posts, int authors, int waiting) {
        // Given: a ban that was looked at
        moderated("heath", "ban", staffId, ago(ofDays(1)));
        forward(ofMinutes(10));
        lookedAt();
        sayAndWait(
                IntStream.range(0, posts)
                        .mapToObj(
                                at ->
                                        Said.attack(
                                                "o" + at, "other" + at % authors, ago(ofHours(1))))
                        .map(one -> one.saying(words()))
                        .toArray(Said[]::new));

        // When
        sayAndWait(Said.attack("1", "heath", clock.instant()).saying(words()));

        // Then
        assertThat(
                        column(
                                "select author_id from pattern_watch where staff_id = '' and author_id = ?",
                                author("heath").id()))
                .hasSize(waiting);
    }

    @Test
    void wordsOfLongAgoThatAreToldNowAreFoundBehindMuchElse() {
        // Given
        moderated("heath", "ban", staffId, ago(ofDays(1)));
        say("other", "newcomer", ago(ofHours(1)));
        sayAndWait(
                IntStream.range(0, 20)
                        .mapToObj(at -> Said.attack("" + at, "heath", ago(ofMinutes(20 - at))))
                        .toArray(Said[]::new));
        forward(ofMinutes(10));
        lookedAt();

        // When
        say("first", "heath", ago(ofDays(2)));

        // Then
        eventually(this::isRecognisedByItsWords);
    }

    private void say(String id, String author, Instant at) {
        sayAndWait(Said.attack(id, author, at).saying(words()));
    }

    /** Of this test alone. */
    private String words() {
        return IntStream.range(0, 8).mapToObj(at -> staffId + at).collect(Collectors.joining(" "));
    }
}
