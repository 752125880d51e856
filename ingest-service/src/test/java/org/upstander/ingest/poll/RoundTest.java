package org.upstander.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.reading.Body;

/** What is new on the newest pages of a place, asking after asking. */
class RoundTest {

    private static final Body THING = Body.of(Map.of("id", "1"));
    private static final Source SOURCE = Pages.source("reddit", "https://oauth.example.org/r/a");

    @Test
    void atFirstOnePageIsEnough() {
        Polled.Answered first = take("", page("x", "2:a", "1:a"));
        assertThat(ids(first)).containsExactly("1", "2");
        assertThat(first.more()).isFalse();
        assertThat(at(first).at()).isNull();
    }

    @Test
    void onlyWhatIsNewOrSaysSomethingElseIsTaken() {
        // Given
        String cursor = take("", page(null, "2:a", "1:a")).cursor();

        // When
        Polled.Answered same = take(cursor, page(null, "2:a", "1:a"));
        Polled.Answered changed = take(same.cursor(), page(null, "3:a", "2:a", "1:b"));

        // Then
        assertThat(same.items()).isEmpty();
        assertThat(ids(changed)).containsExactly("1", "3");
        assertThat(changed.more()).isFalse();
    }

    @Test
    void itGoesBackUntilItMeetsWhatItKnows() {
        // Given
        String cursor = take("", page(null, "2:a", "1:a")).cursor();

        // When
        Polled.Answered newest = take(cursor, page("p2", "8:a", "7:a"));
        Polled.Answered older = take(newest.cursor(), page("p3", "6:a", "5:a"));
        Polled.Answered met = take(older.cursor(), page("p4", "4:a", "3:a", "2:a"));

        // Then
        assertThat(newest.more()).isTrue();
        assertThat(at(newest).at()).isEqualTo("p2");
        assertThat(ids(older)).containsExactly("5", "6");
        assertThat(at(older).at()).isEqualTo("p3");
        assertThat(ids(met)).containsExactly("3", "4");
        assertThat(met.more()).isFalse();
        assertThat(at(met).at()).isNull();
        assertThat(at(met).known().keySet())
                .containsExactly("8", "7", "6", "5", "4", "3", "2", "1");
    }

    @Test
    void whatComesTwiceInOneRoundIsTakenOnceAndEndsNothing() {
        String cursor = take("", page(null, "1:a")).cursor();
        Polled.Answered newest = take(cursor, page("p2", "8:a", "7:a"));
        Polled.Answered older = take(newest.cursor(), page("p3", "7:a", "6:a"));
        assertThat(ids(older)).containsExactly("6");
        assertThat(older.more()).isTrue();
    }

    @Test
    void itDoesNotGoBackForEver() {
        // Given
        String cursor = take("", page(null, "1:a")).cursor();
        int pages = 0;

        // When
        Polled.Answered answer;
        do {
            pages++;
            answer = take(cursor, page("p" + pages, (1_000 - pages) + ":a"));
            cursor = answer.cursor();
        } while (answer.more());

        // Then
        assertThat(pages).isEqualTo(Round.MOST_PAGES);
        assertThat(at(answer).at()).isNull();
    }

    @Test
    void whoWantsUsToWaitIsNotAskedAtOnceButWhereWeWere() {
        String cursor = take("", page(null, "1:a")).cursor();
        Polled.Answered newest =
                (Polled.Answered)
                        Round.read(cursor, SOURCE)
                                .take(() -> page("p2", "8:a"), Duration.ofMinutes(3));
        assertThat(newest.more()).isFalse();
        assertThat(newest.earliest()).isEqualTo(Duration.ofMinutes(3));
        assertThat(at(newest).at()).isEqualTo("p2");
    }

    @Test
    void whereTheNewestAreDeletedTheOlderOnesAreKnownStill() {
        String cursor = take("", page(null, "3:a", "2:a", "1:a")).cursor();
        String shorter = take(cursor, page(null, "3:a")).cursor();
        assertThat(take(shorter, page(null, "2:a", "1:a")).items()).isEmpty();
    }

    @Test
    void whatIsRememberedHasAnEnd() {
        String[] many =
                IntStream.range(0, 2 * Round.MOST_KNOWN)
                        .mapToObj(at -> at + ":a")
                        .toArray(String[]::new);
        Map<String, String> known = at(take("", page(null, many))).known();
        assertThat(known).hasSize(Round.MOST_KNOWN).containsKey("0");
    }

    @Test
    void withAnotherAddressOrTypeItBeginsAnew() {
        String cursor = take("", page(null, "1:a")).cursor();
        assertThat(Round.read(cursor, Pages.source("reddit", "https://other.example.org")).known())
                .isEmpty();
        assertThat(Round.read(cursor, Pages.source("rss", SOURCE.url())).known()).isEmpty();
        assertThat(Round.read("{\"url\":\"x\",\"etag\":\"y\"}", SOURCE).known()).isEmpty();
        assertThat(Round.read("no cursor", SOURCE).known()).isEmpty();
    }

    @Test
    void anAnswerThatIsNoPageMovesNothing() {
        Polled polled =
                Round.read("", SOURCE)
                        .take(
                                () -> {
                                    throw new Unreadable("", "send one JSON object");
                                });
        assertThat(polled).isEqualTo(new Polled.Failed(PollFailure.NOT_READABLE, Optional.empty()));
    }

    @Test
    void aBadItemIsHandedOnOnce() {
        // Given
        Page page =
                new Page(
                        List.of(
                                Item.read(
                                        null,
                                        "v",
                                        THING,
                                        () -> {
                                            throw new Unreadable("/id", "is missing");
                                        }),
                                item("1:a")),
                        null);

        // When
        Polled.Answered first = take("", page);
        Polled.Answered second = take(first.cursor(), page);

        // Then
        assertThat(first.items())
                .hasSize(2)
                .hasOnlyElementsOfTypes(Handed.Readable.class, Handed.Unreadable.class);
        assertThat(second.items()).isEmpty();
    }

    @Test
    void whatIsNoPostIsKnownAndNotHandedOn() {
        Page page = new Page(List.of(Item.read("1", "v", THING, () -> null)), null);
        Polled.Answered answer = take("", page);
        assertThat(answer.items()).isEmpty();
        assertThat(at(answer).known()).containsKey("1");
    }

    private static Polled.Answered take(String cursor, Page page) {
        return (Polled.Answered) Round.read(cursor, SOURCE).take(() -> page);
    }

    private static Round at(Polled.Answered answer) {
        return Round.read(answer.cursor(), SOURCE);
    }

    private static List<String> ids(Polled.Answered answer) {
        return answer.items().stream()
                .map(item -> ((Handed.Readable<Draft.OfPost>) item).draft().externalId())
                .toList();
    }

    /** Items are {@code id:version}, the newest first. */
    private static Page page(String next, String... items) {
        return new Page(List.of(items).stream().map(RoundTest::item).toList(), next);
    }

    private static Item item(String idAndVersion) {
        String[] parts = idAndVersion.split(":");
        return Item.read(parts[0], parts[1], THING, () -> SOURCE.post(parts[0]).draft());
    }
}
