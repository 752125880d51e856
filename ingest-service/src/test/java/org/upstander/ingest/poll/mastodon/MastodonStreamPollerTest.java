package org.upstander.ingest.poll.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.upstander.ingest.poll.mastodon.MastodonServer.Fault.CUT;
import static org.upstander.ingest.poll.mastodon.MastodonServer.Fault.END;
import static org.upstander.ingest.poll.mastodon.MastodonServer.Fault.GARBAGE;
import static org.upstander.ingest.poll.mastodon.MastodonServer.Fault.GIANT;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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

/** Listening to an instance that behaves as instances do. */
class MastodonStreamPollerTest {

    private final Vertx vertx = Vertx.vertx();
    private final MastodonServer server = new MastodonServer();
    private final MastodonStreamPoller poller =
            new MastodonStreamPoller(
                    Listens.at(vertx, true), Listens.fetch(vertx), Clock.systemUTC());

    private final List<String> texts = new ArrayList<>();
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
        server.post("old");
        for (int round = 0; round < 12; round++) {
            List<String> live = texts("live " + round + "-", round % 3);
            server.plan(live, List.of(CUT, END, GIANT).get(round % 3));
            all.addAll(live);
        }
        server.plan(List.of("new"), END);
        all.remove("live 0-0");

        // When
        for (int round = 0; round < 13; round++) {
            take(poll());
            if (round > 0) {
                server.post("between " + round);
                all.add("between " + round);
            }
        }
        server.plan(List.of("last"), END);
        take(poll());
        all.add("new");
        all.add("last");

        // Then
        assertThat(texts).containsExactlyInAnyOrderElementsOf(all);
        assertThat(refused).isZero();
    }

    @Test
    void whatIsFarBehindComesInParts() throws Exception {
        begin();
        List<String> all = texts("said ", 1_300);
        all.forEach(server::post);
        for (int i = 0; i < 2; i++) {
            server.plan(List.of("live " + i), END);
            take(poll());
        }
        assertThat(texts).containsExactlyElementsOf(with(all, "live 0", "live 1"));
    }

    @Test
    void whatCameLateAndWhatWasEditedBetweenIsFound() throws Exception {
        begin();
        server.plan(texts("said ", 5), END);
        take(poll());
        String last = server.post("between");
        server.postBefore(3, "late");
        server.edit(last, "edited");
        server.plan(List.of(), END);
        take(poll());
        assertThat(texts).contains("late", "edited").hasSize(7);
    }

    @Test
    void whatWasEditedBetweenTheFirstListeningAndTheSecondIsFound() throws Exception {
        server.post("old");
        String last = server.post("last");
        server.plan(List.of("first"), END);
        take(poll());
        server.edit(last, "edited");
        server.plan(List.of(), END);
        take(poll());
        assertThat(texts).containsExactly("first", "edited");
    }

    @Test
    void editsAndDeletionsAreTaken() throws Exception {
        begin();
        server.plan(List.of(), null);
        var answer = poller.poll(source(), cursor).toCompletableFuture();
        await().until(() -> server.pages() >= 3);
        String id = server.post("said");
        server.edit(id, "edited");
        server.delete(id);
        take(answer.get(30, TimeUnit.SECONDS));
        assertThat(texts).containsExactly("said", "edited", "deleted " + id);
    }

    @Test
    void garbageIsCountedAndPassedOver() throws Exception {
        begin();
        server.plan(List.of("a"), GARBAGE);
        take(poll());
        assertThat(texts).containsExactly("a");
        assertThat(refused).isEqualTo(1);
    }

    @Test
    void whoIsNotLetInSaysSo() throws Exception {
        Source other = source(server.url(), "another-token");
        assertThat(why(poller.poll(other, "").toCompletableFuture().get(30, TimeUnit.SECONDS)))
                .isEqualTo(PollFailure.REFUSED);
        server.answerTimelines(429);
        server.plan(List.of(), END);
        assertThat(why(poll())).isEqualTo(PollFailure.RATE_LIMITED);
        server.answerTimelines(200);
        server.plan(List.of(), END);
        take(poll());
        Source unknown = source(server.url() + "/api/v1/streaming/direct", MastodonServer.TOKEN);
        assertThat(why(poller.poll(unknown, "").toCompletableFuture().get(30, TimeUnit.SECONDS)))
                .isEqualTo(PollFailure.ERROR);
        server.close();
        assertThat(why(poll())).isEqualTo(PollFailure.UNREACHABLE);
    }

    @Test
    void aBoostIsToldOnceWhetherItIsStreamedOrAskedFor() throws Exception {
        // Given
        begin();
        String post = server.post("said");
        server.boost(post);
        server.plan(List.of("live"), END);

        // When
        Polled.Answered answer = (Polled.Answered) poll();
        take(answer);
        server.plan(List.of("last"), END);
        Polled.Answered further = (Polled.Answered) poll();
        take(further);

        // Then
        assertThat(texts).containsExactlyInAnyOrder("said", "live", "last");
        assertThat(answer.signals())
                .extracting(Draft.OfSignal::type, Draft.OfSignal::externalId)
                .containsExactly(tuple("amplification", post));
        assertThat(further.signals()).isEmpty();
    }

    /** From now on: what stands there already is no news. */
    private void begin() throws Exception {
        server.post("old");
        server.plan(List.of(), GIANT);
        assertThat(poll()).isInstanceOf(Polled.Failed.class);
        server.plan(List.of("first"), END);
        take(poll());
        assertThat(texts).containsExactly("first");
        texts.clear();
    }

    private Polled poll() throws Exception {
        return poller.poll(source(), cursor).toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    /** As RunPolls does: what came is stored, then the cursor. */
    private void take(Polled polled) {
        if (polled instanceof Polled.Answered answer) {
            for (Handed<Draft.OfPost> item : answer.items()) {
                if (item instanceof Handed.Readable<Draft.OfPost> post) {
                    texts.add(
                            post.draft().deleted()
                                    ? "deleted " + post.draft().externalId()
                                    : post.draft().html().replaceAll("</?p>", ""));
                } else {
                    refused++;
                }
            }
            cursor = answer.cursor();
        }
    }

    private static List<String> texts(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static List<String> with(List<String> texts, String... more) {
        List<String> all = new ArrayList<>(texts);
        all.addAll(List.of(more));
        return all;
    }

    private static PollFailure why(Polled polled) {
        return ((Polled.Failed) polled).why();
    }

    private Source source() {
        return source(server.url(), MastodonServer.TOKEN);
    }

    private static Source source(String url, String token) {
        return new Source(
                "social",
                "mastodon-stream",
                "Our instance",
                "mastodon",
                url,
                List.of(token),
                null,
                null,
                SourceSettings.NONE,
                false);
    }
}
