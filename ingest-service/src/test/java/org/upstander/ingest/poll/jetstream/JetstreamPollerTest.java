package org.upstander.ingest.poll.jetstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.upstander.ingest.poll.jetstream.JetstreamServer.Fault.BYE;
import static org.upstander.ingest.poll.jetstream.JetstreamServer.Fault.CUT;
import static org.upstander.ingest.poll.jetstream.JetstreamServer.Fault.GARBAGE;
import static org.upstander.ingest.poll.jetstream.JetstreamServer.Fault.GIANT;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;
import org.upstander.ingest.fetch.Listens;

/** Listening to a server that behaves as servers do. */
class JetstreamPollerTest {

    private final Vertx vertx = Vertx.vertx();
    private final JetstreamServer server = new JetstreamServer();
    private final JetstreamPoller poller = poller(true);

    private final List<String> ids = new ArrayList<>();
    private int refused;
    private String cursor = "";

    @AfterEach
    void close() {
        server.close();
        vertx.close();
    }

    @Test
    void nothingIsLostAndNothingComesTwiceHoweverOftenItBreaks() throws Exception {
        // Given
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            // Behind what is replayed, in the middle of it, and before anything.
            server.plan(i % 4 == 3 ? 0 : i * 7, i % 2 == 0 ? CUT : BYE);
        }

        // When
        for (int round = 0; server.queries().size() < 12; round++) {
            for (int i = 0; i < 10; i++) {
                all.add("r" + round + "-" + i);
                server.post("r" + round + "-" + i, "said");
            }
            take(poll(cursor));
        }
        listenUntil(all.size());

        // Then
        assertThat(ids).containsExactlyElementsOf(all);
        assertThat(refused).isZero();
    }

    @Test
    void morePostsThanAreTakenAtOnceComeInParts() throws Exception {
        List<String> all = IntStream.range(0, 1_300).mapToObj(i -> "p" + i).toList();
        all.forEach(rkey -> server.post(rkey, "said"));
        for (int i = 0; i < 3; i++) {
            Polled.Answered answer = (Polled.Answered) poll(cursor);
            assertThat(answer.items()).hasSizeLessThanOrEqualTo(500);
            assertThat(answer.more()).isTrue();
            take(answer);
        }
        assertThat(ids).containsExactlyElementsOf(all);
    }

    @Test
    void garbageIsCountedAndPassedOver() throws Exception {
        server.plan(1, GARBAGE);
        server.post("a", "said");
        server.post("b", "said");
        server.delete("a");
        take(poll(cursor));
        assertThat(ids).containsExactly("a", "b", "a");
        assertThat(refused).isEqualTo(1);
    }

    @Test
    void aGiantEndsTheListeningAndWhatCameBeforeCounts() throws Exception {
        server.plan(1, GIANT);
        server.plan(0, GIANT);
        server.post("a", "said");
        server.post("b", "said");
        take(poll(cursor));
        assertThat(ids).containsExactly("a");
        assertThat(why(poll(cursor))).isEqualTo(PollFailure.NOT_READABLE);
        take(poll(cursor));
        assertThat(ids).containsExactly("a", "b");
    }

    @Test
    void whatHappensWhileNobodyListensIsHeardAfterwardsAlsoByAnother() throws Exception {
        server.post("a", "said");
        take(poll(cursor));
        server.post("b", "said");
        server.delete("b");
        Polled again = poll(cursor);
        assertThat(poll(cursor)).isEqualTo(again);
        take(again);
        assertThat(ids).containsExactly("a", "b", "b");
        assertThat(server.queries().get(0))
                .contains("wantedCollections=app.bsky.feed.post", "cursor=");
    }

    @Test
    void whatTheServerNoLongerHasIsToldAsLost() throws Exception {
        Instant hoursAgo = Instant.now().minus(Duration.ofHours(40));
        cursor =
                new JetstreamCursor(server.url(), JetstreamCursor.micros(hoursAgo), Map.of())
                        .write();
        server.post("a", "said");
        Polled.Answered answer = (Polled.Answered) poll(cursor);
        assertThat(answer.lostSince()).isCloseTo(hoursAgo, within(1, ChronoUnit.MILLIS));
        take(answer);
        server.post("b", "said");
        assertThat(((Polled.Answered) poll(cursor)).lostSince()).isNull();
    }

    @Test
    void whoDoesNotLetUsInSaysWhy() throws Exception {
        server.answer(403);
        assertThat(poll(cursor))
                .isEqualTo(
                        new Polled.Failed(PollFailure.REFUSED, Optional.of(Duration.ofSeconds(7))));
        server.answer(429);
        assertThat(why(poll(cursor))).isEqualTo(PollFailure.RATE_LIMITED);
        server.answer(302);
        assertThat(why(poll(cursor))).isEqualTo(PollFailure.ERROR);
        server.answer(200);
        assertThat(why(poll(cursor))).isEqualTo(PollFailure.ERROR);
        server.close();
        assertThat(why(poll(cursor))).isEqualTo(PollFailure.UNREACHABLE);
    }

    @Test
    void nobodyIsListenedToInside() throws Exception {
        Polled polled =
                poller(false)
                        .poll(source(server.url()), "")
                        .toCompletableFuture()
                        .get(30, TimeUnit.SECONDS);
        assertThat(why(polled)).isEqualTo(PollFailure.BLOCKED);
        assertThat(server.queries()).isEmpty();
    }

    private JetstreamPoller poller(boolean privateTargets) {
        return new JetstreamPoller(Listens.at(vertx, privateTargets), Clock.systemUTC());
    }

    private Polled poll(String from) throws Exception {
        return poller.poll(source(server.url()), from)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private void listenUntil(int count) throws Exception {
        for (int i = 0; i < 10 && ids.size() < count; i++) {
            take(poll(cursor));
        }
    }

    /** As RunPolls does: what came is stored, then the cursor. */
    private void take(Polled polled) {
        if (polled instanceof Polled.Answered answer) {
            for (Handed<Draft.OfPost> item : answer.items()) {
                if (item instanceof Handed.Readable<Draft.OfPost> post) {
                    String id = post.draft().externalId();
                    ids.add(id.substring(id.lastIndexOf('/') + 1));
                } else {
                    refused++;
                }
            }
            cursor = answer.cursor();
        }
    }

    private static PollFailure why(Polled polled) {
        return ((Polled.Failed) polled).why();
    }

    private static Source source(String url) {
        return new Source(
                "sky",
                "bluesky",
                "Bluesky",
                "bluesky",
                url,
                List.of(),
                null,
                null,
                SourceSettings.NONE,
                false);
    }
}
