package org.upstander.ingest;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.contracts.Headers;

/** What all such places have in common. */
abstract class PollsBase extends PagesBase {

    @Test
    void whatIsNewIsTakenOnceAndInTheOrderInWhichItWasWritten() {
        // Given
        answer(said(2), said(1));
        put();
        List<String> first = posts(2);

        // When
        answer(said(3), said(2), said(1));
        put();
        List<String> all = posts(3);

        // Then
        assertThat(first.get(0)).contains("Words 1.");
        assertThat(first.get(1)).contains("Words 2.");
        assertThat(all).hasSize(3);
        assertThat(all.get(2)).contains("Words 3.");
        await().untilAsserted(
                        () -> {
                            assertThat(shown().getString("health.state")).isEqualTo("sees");
                            assertThat(shown().getLong("health.items")).isEqualTo(3);
                        });
    }

    @Test
    void ofAPageWhatIsSaidOfAPostIsKept() {
        try (TopicTail originals = originals()) {
            // Given
            String words = "Kept " + id + ".";
            answer(new Said(2, "Other words.", 1), new Said(1, words, 1));

            // When
            put();

            // Then
            ConsumerRecord<String, byte[]> kept = original(originals, words);
            assertThat(OriginalsIT.opened(kept).orElseThrow()).doesNotContain("Other words.");
            assertThat(TopicTail.header(kept, Headers.ORIGINAL_CONTENT_TYPE))
                    .isEqualTo("application/json");
            assertThat(TopicTail.header(kept, Headers.ORIGINAL_FORM)).isEqualTo("restated");
        }
    }

    @Test
    void anEditIsAnotherRevisionAndTheRestStays() {
        // Given
        answer(said(2), said(1));
        put();
        String before = posts(2).get(0);

        // When
        answer(said(2), new Said(1, "Other words.", 2));
        put();
        String edited = posts(3).get(2);

        // Then
        assertThat(posts(3)).hasSize(3);
        assertThat(edited).contains("Other words.");
        assertThat(of(edited, "postId")).isEqualTo(of(before, "postId"));
        assertThat(of(edited, "revision")).isNotEqualTo(of(before, "revision"));
    }

    @Test
    void itGoesBackToWhatIsKnown() {
        // Given
        answer(said(1));
        put();
        posts(1);

        // When
        answer(said(5), said(4));
        server.stubFor(behind(4).willReturn(page(items(said(3), said(2), said(1)), 1)));
        put();
        List<String> all = posts(5);

        // Then
        assertThat(all.subList(1, 5).stream().map(post -> of(post, "text")))
                .containsExactly("Words 4.", "Words 5.", "Words 2.", "Words 3.");
        server.verify(3, anyRequestedFor(urlPathEqualTo(path())));
    }

    @Test
    void aBadPostDoesNotTakeItsNeighboursAlong() {
        server.stubFor(
                newest().willReturn(
                                page(
                                        String.join(",", item(said(2)), badItem(), item(said(1))),
                                        1)));
        put();
        assertThat(posts(2)).hasSize(2);
        await().untilAsserted(
                        () -> assertThat(shown().getLong("health.refusedItems")).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void whoIsRefusedIsBlindUntilLetIn(int status) {
        server.stubFor(newest().willReturn(status(status)));
        put();
        awaitBlind("refused");
        answer(said(1));
        put();
        awaitSeen();
    }

    @Test
    void whoWantsUsToWaitIsNotAskedMeanwhile() {
        server.stubFor(newest().willReturn(status(429).withHeader("Retry-After", "3600")));
        double before = polled("rate-limited");
        put();
        await().untilAsserted(() -> assertThat(polled("rate-limited")).isGreaterThan(before));
        assertAskedFor(Duration.ofSeconds(1), 1);
    }

    @Test
    void whatIsNoAnswerOfSuchAPlaceMovesNothing() {
        double before = polled("not-readable");
        server.stubFor(newest().willReturn(ok("<html>Log in</html>")));
        put();
        await().untilAsserted(() -> assertThat(polled("not-readable")).isGreaterThan(before));
        answer(said(1));
        put();
        assertThat(posts(1)).hasSize(1);
    }

    private static String of(String post, String field) {
        return JsonPath.from(post).getString(field);
    }
}
