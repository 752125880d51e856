package org.upstander.ingest.poll.wordpress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.ingest.poll.Pages.assertOnlyUnreadable;
import static org.upstander.ingest.poll.Pages.fixture;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.poll.Page;
import org.upstander.ingest.poll.Pages;
import org.upstander.ingest.webhook.Deliveries;
import org.upstander.ingest.webhook.wordpress.WordpressWebhook;

/** Answers of WordPress, after its controller of comments. */
class WordpressPageTest {

    private static final String COMMENTS = fixture("wordpress-comments.json");
    private static final Source BLOG =
            Pages.source("wordpress-comments", "https://blog.example.org");

    @Test
    void aVisitorsComment() {
        // When
        Draft.OfPost post = Pages.post(read(COMMENTS), 1);

        // Then
        assertThat(post.externalId()).isEqualTo("71");
        assertThat(post.author()).isEqualTo(new Author(null, "Heath", "Heath"));
        assertThat(post.html()).isEqualTo("<p>Who let you judge?</p>");
        assertThat(post.replyTo()).isEqualTo(new ReplyTo("70", null, null));
        assertThat(post.createdAt()).isEqualTo("2026-03-03T06:33:26Z");
        assertThat(post.thread().id()).isEqualTo("4");
        assertThat(post.url()).isEqualTo("https://blog.example.org/judging#comment-71");
    }

    @Test
    void aCommentIsTheSameAsWhenItIsPushed() {
        assertThat(Pages.post(read(COMMENTS), 1))
                .isEqualTo(
                        Deliveries.onlyPost(
                                new WordpressWebhook()
                                        .read(
                                                Deliveries.of(
                                                        Deliveries.fixture(
                                                                "wordpress-comment.json")),
                                                Deliveries.FORUM)));
    }

    @Test
    void whoHasAnAccountIsKnownByIt() {
        assertThat(Pages.post(read(COMMENTS), 0).author())
                .isEqualTo(new Author("8", "Mila", "Mila"));
    }

    @Test
    void whoGivesNoNameIsShownWithoutOne() {
        String nameless = COMMENTS.replace("\"author_name\":\"Heath\"", "\"author_name\":\"\"");
        assertThat(Pages.post(read(nameless), 1).author().handle()).isEqualTo("Anonymous");
    }

    @Test
    void aCommentThatAnswersNoOther() {
        String first = COMMENTS.replace("\"parent\":70", "\"parent\":0");
        assertThat(Pages.post(read(first), 1).replyTo()).isNull();
    }

    @Test
    void anEditHasAnotherVersion() {
        Page before = read(COMMENTS);
        Page after = read(COMMENTS.replace("Who let you", "Who on earth let you"));
        assertThat(after.items().get(0)).isEqualTo(before.items().get(0));
        assertThat(after.items().get(1).version()).isNotEqualTo(before.items().get(1).version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"spam", "trash"})
    void whatTheModeratorThrowsAwayIsGone(String status) {
        Draft.OfPost post =
                Pages.post(read(COMMENTS.replace("\"approved\"", '"' + status + '"')), 1);
        assertThat(post.deleted()).isTrue();
        assertThat(post.html()).isNull();
    }

    @Test
    void aPingbackIsNoComment() {
        Page page = read(COMMENTS.replace("\"type\":\"comment\"", "\"type\":\"pingback\""));
        assertThat(page.items()).allMatch(item -> item.post().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"id\":72,", "\"post\":4,"})
    void aBadCommentIsAlone(String without) {
        int at = COMMENTS.indexOf(without);
        String bad = COMMENTS.substring(0, at) + COMMENTS.substring(at + without.length());
        assertOnlyUnreadable(read(bad), 0);
    }

    @Test
    void itPagesBackAsFarAsThereArePages() {
        byte[] few = COMMENTS.getBytes(UTF_8);
        assertThat(WordpressPage.read(few, 1, "2", BLOG).next()).isEqualTo("2");
        assertThat(WordpressPage.read(few, 2, "2", BLOG).next()).isNull();
        assertThat(WordpressPage.read(few, 1, "many", BLOG).next()).isNull();
    }

    @Test
    void whereItDoesNotSayHowManyAFullPageHasAnother() {
        String comment = COMMENTS.substring(1, COMMENTS.indexOf(" {\"id\":71") - 2);
        String full = String.join(",", Collections.nCopies(WordpressPage.SIZE, comment));
        assertThat(read("[" + full + "]").next()).isEqualTo("2");
        assertThat(read("[]").next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "<html>x</html>",
                "{\"code\":\"rest_no_route\",\"data\":{\"status\":404}}"
            })
    void anythingElseIsNotReadable(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(Unreadable.class);
    }

    private static Page read(String body) {
        return WordpressPage.read(body.getBytes(UTF_8), 1, null, BLOG);
    }
}
