package org.upstander.ingest.poll.reddit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.ingest.poll.Pages.assertOnlyUnreadable;
import static org.upstander.ingest.poll.Pages.fixture;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.Thread;
import org.upstander.ingest.fetch.Fetched;
import org.upstander.ingest.poll.Page;
import org.upstander.ingest.poll.Pages;

/** Listings of Reddit, after its documented shapes. */
class RedditPageTest {

    private static final String COMMENTS = fixture("reddit-comments.json");
    private static final Source SUBREDDIT =
            Pages.source("reddit", "https://oauth.reddit.com/r/judging/comments");

    @Test
    void aCommentThatAnswersThePost() {
        // When
        Draft.OfPost post = Pages.post(read(COMMENTS), 0);

        // Then
        assertThat(post.externalId()).isEqualTo("t1_kx0009");
        assertThat(post.author()).isEqualTo(new Author("t2_h8", "heath_v", "heath_v"));
        assertThat(post.thread()).isEqualTo(new Thread("t3_1abc02", "Ruling of round 2"));
        assertThat(post.replyTo())
                .isEqualTo(new ReplyTo("t3_1abc02", new Author(null, "dana_cm", "dana_cm"), null));
        assertThat(post.text()).isEqualTo("Who let you & yours judge?");
        assertThat(post.html()).contains("<p>Who let you &amp; yours judge?</p>");
        assertThat(post.createdAt()).isEqualTo("2026-03-03T06:33:26Z");
        assertThat(post.editedAt()).isEqualTo("2026-03-03T06:38:20.500Z");
        assertThat(post.url())
                .isEqualTo(
                        "https://www.reddit.com/r/judging/comments/1abc02/ruling_of_round_2/kx0009/");
    }

    @ParameterizedTest
    @CsvSource({"\"moderator\",true", "\"admin\",true", "\"special\",false", "null,false"})
    void whoSpeaksForThePlaceIsStaff(String distinguished, boolean staff) {
        String comments =
                COMMENTS.replace("\"distinguished\":null", "\"distinguished\":" + distinguished);
        assertThat(Pages.post(read(comments), 0).author().staff()).isEqualTo(staff);
    }

    @Test
    void whoWroteTheCommentThatIsAnsweredIsNotSaid() {
        Draft.OfPost post = Pages.post(read(COMMENTS), 1);
        assertThat(post.replyTo()).isEqualTo(new ReplyTo("t1_kx0005", null, null));
        assertThat(post.editedAt()).isNull();
    }

    @Test
    void aPostIsItsTitleAndItsText() {
        Draft.OfPost post = Pages.post(read(COMMENTS), 3);
        assertThat(post.externalId()).isEqualTo("t3_1abc02");
        assertThat(post.thread()).isEqualTo(new Thread("t3_1abc02", "Ruling of round 2"));
        assertThat(post.replyTo()).isNull();
        assertThat(post.text()).isEqualTo("Ruling of round 2\n\nHeath is out.");
    }

    @Test
    void aPostThatOnlyLinksElsewhereIsItsTitle() {
        String link = COMMENTS.replace("\"selftext\":\"Heath is out.\"", "\"selftext\":\"\"");
        assertThat(Pages.post(read(link), 3).text()).isEqualTo("Ruling of round 2");
    }

    @Test
    void whatModeratorsRemovedIsGone() {
        Draft.OfPost post = Pages.post(read(COMMENTS), 2);
        assertThat(post.deleted()).isTrue();
        assertThat(post.text()).isNull();
        assertThat(post.author()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "\"body\":\"Who let you & yours judge?\", \"body\":\"[deleted]\"",
        "\"author\":\"heath_v\", \"author\":\"[deleted]\""
    })
    void whatItsAuthorDeletedIsGone(String was, String is) {
        Page gone = read(COMMENTS.replace(was, is));
        assertThat(Pages.post(gone, 0).deleted()).isTrue();
        assertThat(gone.items().get(0).version())
                .isNotEqualTo(read(COMMENTS).items().get(0).version());
    }

    @ParameterizedTest
    @CsvSource({"\"edited\":false, \"edited\":1772519999.0", "Somebody, Nobody"})
    void anEditHasAnotherVersion(String was, String is) {
        Page before = read(COMMENTS);
        Page after = read(COMMENTS.replace(was, is));
        assertThat(after.items().get(0)).isEqualTo(before.items().get(0));
        assertThat(after.items().get(1).key()).isEqualTo("t1_kx0007");
        assertThat(after.items().get(1).version()).isNotEqualTo(before.items().get(1).version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"t2", "t4", "t5", "more"})
    void whatIsNoPostIsPassedOver(String kind) {
        Page page = read(COMMENTS.replace("\"kind\":\"t1\"", "\"kind\":\"" + kind + '"'));
        assertThat(page.items().subList(0, 3)).allMatch(item -> item.post().isEmpty());
        assertThat(page.items().get(3).post()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\":\"t1_kx0009\",",
                "\"author\":\"heath_v\",",
                "\"link_id\":\"t3_1abc02\","
            })
    void aBadCommentIsAlone(String without) {
        int at = COMMENTS.indexOf(without);
        String bad = COMMENTS.substring(0, at) + COMMENTS.substring(at + without.length());
        assertOnlyUnreadable(read(bad), 0);
    }

    @Test
    void itPagesBackByWhatItIsTold() {
        assertThat(read(COMMENTS).next()).isEqualTo("t1_kx0003");
        assertThat(read(COMMENTS.replace("\"after\":\"t1_kx0003\"", "\"after\":null")).next())
                .isNull();
        assertThat(read(COMMENTS.replace("\"after\":\"t1_kx0003\"", "\"after\":\"/x?y\"")).next())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "<html>x</html>",
                "{\"kind\":\"t3\",\"data\":{\"children\":[]}}",
                "{\"kind\":\"Listing\",\"data\":{}}",
                "{\"message\":\"Unauthorized\",\"error\":401}"
            })
    void anythingElseIsNotReadable(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "599.0, 300, 0",
        "1, 300, 0",
        "0.0, 299.2, 300",
        "0, 60, 60",
        "0, , 0",
        ", 60, 0",
        "none, soon, 0"
    })
    void itIsLeftAloneWhereNothingIsLeft(String remaining, String reset, int seconds) {
        Map<String, String> headers = new HashMap<>();
        headers.put("x-ratelimit-remaining", remaining);
        headers.put("x-ratelimit-reset", reset);
        assertThat(RedditLimit.pause(new Fetched.Answer(200, headers, new byte[0], null)))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    private static Page read(String body) {
        return RedditPage.read(body.getBytes(UTF_8), SUBREDDIT);
    }
}
