package org.upstander.ingest.poll.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.ingest.webhook.Deliveries.FORUM;
import static org.upstander.ingest.webhook.Deliveries.PRIVATE;
import static org.upstander.ingest.webhook.Deliveries.fixture;
import static org.upstander.ingest.webhook.Deliveries.onlyPost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Original;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.webhook.Deliveries;
import org.upstander.ingest.webhook.mastodon.MastodonWebhook;

/** Statuses, after their documented shape. */
class StatusesTest {

    private static final String STATUS = read("/polls/mastodon-status.json");

    @Test
    void aPostIsTheSameWhetherItIsStreamedOrPushed() {
        Draft.OfPost pushed =
                onlyPost(
                        new MastodonWebhook()
                                .read(Deliveries.of(fixture("mastodon-status.json")), FORUM));
        assertThat(draft(item(STATUS, FORUM))).isEqualTo(pushed);
        assertThat(Statuses.page(("[" + STATUS + "]").getBytes(StandardCharsets.UTF_8), FORUM))
                .singleElement()
                .satisfies(
                        paged -> {
                            Statuses.Status streamed = Statuses.status(STATUS, FORUM);
                            assertThat(paged.id()).isEqualTo(streamed.id());
                            assertThat(paged.edited()).isEqualTo(streamed.edited());
                            assertThat(draft(paged.item())).isEqualTo(draft(streamed.item()));
                        });
    }

    @Test
    void itsOriginalIsWhatWasStreamedAndOfAPageTheStatusAnew() {
        Original streamed = original(Statuses.status(STATUS, FORUM).item());
        Original paged =
                original(
                        Statuses.page(("[" + STATUS + "]").getBytes(StandardCharsets.UTF_8), FORUM)
                                .get(0)
                                .item());

        assertThat(new String(streamed.data(), StandardCharsets.UTF_8)).isEqualTo(STATUS);
        assertThat(streamed.restated()).isFalse();
        assertThat(new String(paged.data(), StandardCharsets.UTF_8)).contains("\"1101\"");
        assertThat(paged.restated()).isTrue();
    }

    private static Draft.OfPost draft(Handed<Draft.OfPost> item) {
        return ((Handed.Readable<Draft.OfPost>) item).draft();
    }

    private static Original original(Handed<Draft.OfPost> item) {
        return ((Handed.Readable<Draft.OfPost>) item).original();
    }

    @Test
    void anEditIsTheSameStatusAtAnotherTime() {
        String edited =
                STATUS.replace("\"edited_at\":null", "\"edited_at\":\"2026-03-04T11:00:00.000Z\"");
        assertThat(Statuses.status(STATUS, FORUM).edited()).isEmpty();
        assertThat(Statuses.status(edited, FORUM).edited()).isEqualTo("2026-03-04T11:00:00.000Z");
        assertThat(Statuses.status(edited, FORUM).id()).isEqualTo("1101");
    }

    @ParameterizedTest
    @CsvSource({
        "public,public,public",
        "unlisted,public,public",
        "private,,members",
        "direct,,private-consented"
    })
    void onlyWhatEverybodyMayReadIsTakenUnlessTheyAgreed(
            String visibility, String taken, String whereAgreed) {
        String status = STATUS.replace("\"public\"", "\"" + visibility + "\"");
        assertThat(visibleTo(item(status, FORUM))).isEqualTo(taken);
        assertThat(visibleTo(item(status, PRIVATE))).isEqualTo(whereAgreed);
    }

    @Test
    void aBoostIsNoPostButASignal() {
        // Given
        String boost = STATUS.replace("\"reblog\":null", "\"reblog\":{\"id\":\"7\"}");

        // When
        Statuses.Status status = Statuses.status(boost, FORUM);

        // Then
        assertThat(status.item()).isNull();
        assertThat(status.boost().externalId()).isEqualTo("7");
        assertThat(status.boost().author().id()).isEqualTo("8");
        assertThat(Statuses.status(STATUS, FORUM).boost()).isNull();
    }

    @Test
    void whatFollowersPassOnAmongThemselvesIsTakenWhereTheyAgreed() {
        String boost =
                STATUS.replace("\"reblog\":null", "\"reblog\":{\"id\":\"7\"}")
                        .replace("\"public\"", "\"private\"");
        assertThat(Statuses.status(boost, FORUM).isOurs()).isFalse();
        assertThat(Statuses.status(boost, PRIVATE).boost()).isNotNull();
    }

    @Test
    void whatAProgramWritesIsTakenAndSaysSo() {
        String byBot = STATUS.replace("\"bot\":false", "\"bot\":true");
        assertThat(draft(item(byBot, FORUM)).author().bot()).isTrue();
        assertThat(draft(item(STATUS, FORUM)).author().bot()).isFalse();
    }

    @Test
    void oneThatCannotBeReadHarmsNoOther() {
        assertThat(item(STATUS.replace("\"id\":\"8\"", "\"id\":null"), FORUM))
                .isInstanceOf(Handed.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1&x=\"", "\"../1\"", "\"\"", "null", "{}"})
    void anIdThatIsNoneGetsIntoNoAddress(String id) {
        assertThatThrownBy(() -> Statuses.status(STATUS.replace("\"1101\"", id), FORUM))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void idsAreOrderedAsTheyGrow() {
        assertThat(List.of("100", "99", "01GA", "01GB", "101").stream().sorted(Statuses.ORDER))
                .containsExactly("99", "100", "101", "01GA", "01GB");
    }

    @ParameterizedTest
    @CsvSource({
        ",public/local,public?local=true&",
        "/,public/local,public?local=true&",
        "/api/v1/streaming/public,public,public?",
        "/api/v1/streaming/public/remote,public/remote,public?remote=true&",
        "/api/v1/streaming/hashtag?tag=judging,hashtag?tag=judging,tag/judging?",
        "/api/v1/streaming/hashtag/local?tag=a,hashtag/local?tag=a,tag/a?local=true&",
        "/api/v1/streaming/list?list=12,list?list=12,list/12?",
        "/api/v1/streaming/user,user,home?"
    })
    void aStreamHasItsTimeline(String path, String stream, String timeline) {
        String host = "https://social.example.org";
        assertThat(Timeline.of(host + (path == null ? "" : path)))
                .contains(
                        new Timeline(
                                host + "/api/v1/streaming/" + stream,
                                host + "/api/v1/timelines/" + timeline));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/about",
                "/api/v1/streaming/direct",
                "/api/v1/streaming/hashtag",
                "/api/v1/streaming/hashtag?tag=",
                "/api/v1/streaming/hashtag?tag=../x"
            })
    void whatHasNoneIsNotListenedTo(String path) {
        assertThat(Timeline.of("https://social.example.org" + path)).isEmpty();
    }

    private static Handed<Draft.OfPost> item(String status, Source source) {
        return Statuses.status(status, source).item();
    }

    private static String visibleTo(Handed<Draft.OfPost> item) {
        return item instanceof Handed.Readable<Draft.OfPost> post
                ? post.draft().visibility()
                : null;
    }

    private static String read(String name) {
        try (InputStream in = StatusesTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
