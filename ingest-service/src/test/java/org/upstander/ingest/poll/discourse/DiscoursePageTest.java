package org.upstander.ingest.poll.discourse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.ingest.poll.Pages.assertOnlyUnreadable;
import static org.upstander.ingest.poll.Pages.fixture;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.Thread;
import org.upstander.ingest.poll.Page;
import org.upstander.ingest.poll.Pages;
import org.upstander.ingest.webhook.Deliveries;
import org.upstander.ingest.webhook.discourse.DiscourseWebhook;

/** Answers of Discourse, after its serializer of posts. */
class DiscoursePageTest {

    private static final String POSTS = fixture("discourse-posts.json");
    private static final Source FORUM =
            Pages.source("discourse-posts", "https://forum.example.org/");

    @Test
    void aPostOfAForum() {
        // When
        Draft.OfPost post = Pages.post(read(POSTS), 1);

        // Then
        assertThat(post.externalId()).isEqualTo("25862");
        assertThat(post.author()).isEqualTo(new Author("8", "heath", "Heath V"));
        assertThat(post.thread()).isEqualTo(new Thread("4946", "Judging"));
        assertThat(post.replyTo())
                .isEqualTo(new ReplyTo("4946/1", new Author("3", "dana_cm", "Dana"), null));
        assertThat(post.text()).isEqualTo("The ruling is *wrong*.");
        assertThat(post.html()).isEqualTo("<p>The ruling is <em>wrong</em>.</p>");
        assertThat(post.createdAt()).isEqualTo("2026-03-03T06:33:26.005Z");
        assertThat(post.url()).isEqualTo("https://forum.example.org/t/judging/4946/2");
        assertThat(post.visibility()).isEqualTo("public");
        assertThat(post.editedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "admin", "moderator"})
    void whoRunsTheForumIsStaff(String role) {
        String posts = POSTS.replace("\"" + role + "\":false", "\"" + role + "\":true");
        assertThat(Pages.post(read(posts), 1).author())
                .isEqualTo(new Author("8", "heath", "Heath V").staff(true));
    }

    @Test
    void aPostIsTheSameAsByItsWebHook() {
        assertThat(Pages.post(read(POSTS), 1))
                .isEqualTo(
                        Deliveries.onlyPost(
                                new DiscourseWebhook()
                                        .read(
                                                Deliveries.of(
                                                        Deliveries.fixture("discourse-post.json"),
                                                        Map.of(
                                                                "X-Discourse-Event",
                                                                "post_created",
                                                                "X-Discourse-Instance",
                                                                "https://forum.example.org")),
                                                Deliveries.FORUM)));
    }

    @Test
    void anEditHasAnotherVersion() {
        // Given
        String edited =
                POSTS.replace(
                        "\"version\":1,\n  \"raw\":\"The", "\"version\":2,\n  \"raw\":\"Then the");

        // When
        Page before = read(POSTS);
        Page after = read(edited);

        // Then
        assertThat(after.items().get(0)).isEqualTo(before.items().get(0));
        assertThat(after.items().get(1).key()).isEqualTo(before.items().get(1).key());
        assertThat(after.items().get(1).version()).isNotEqualTo(before.items().get(1).version());
        assertThat(Pages.post(after, 1).editedAt()).isEqualTo("2026-03-03T06:40:00.000Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"user_deleted\":true", "\"deleted_at\":\"2026-03-03T08:00:00.000Z\""})
    void whatIsDeletedHasNoText(String said) {
        // Given
        String name = said.substring(0, said.indexOf(':'));
        String gone = POSTS.replace(name + ":false", said).replace(name + ":null", said);

        // When
        Draft.OfPost post = Pages.post(read(gone), 1);

        // Then
        assertThat(post.deleted()).isTrue();
        assertThat(post.text()).isNull();
        assertThat(read(gone).items().get(1).version())
                .isNotEqualTo(read(POSTS).items().get(1).version());
    }

    @Test
    void whatTheSystemSaysIsNoPost() {
        Page page = read(POSTS.replace("\"post_type\":1", "\"post_type\":3"));
        assertThat(page.items()).allMatch(item -> item.post().isEmpty());
    }

    @Test
    void aWhisperIsForMembers() {
        Page page = read(POSTS.replace("\"post_type\":1", "\"post_type\":4"));
        assertThat(Pages.post(page, 0).visibility()).isEqualTo("members");
    }

    @Test
    void aPrivateMessageIsPassedOver() {
        Page page =
                read(
                        POSTS.replace(
                                "\"post_type\":1",
                                "\"post_type\":1,\"topic_archetype\":\"private_message\""));
        assertThat(page.items()).allMatch(item -> item.post().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"id\":25864,", "\"topic_id\":4946,", "\"post_type\":1,"})
    void aBadPostIsAlone(String without) {
        int at = POSTS.indexOf(without);
        String bad = POSTS.substring(0, at) + POSTS.substring(at + without.length());
        assertOnlyUnreadable(read(bad), 0);
    }

    @Test
    void itPagesBackUntilNothingIsOlder() {
        assertThat(read(POSTS).next()).isEqualTo("25862");
        // Older forums give the post that was named once more.
        assertThat(DiscoursePage.read(POSTS.getBytes(UTF_8), "25864", FORUM).next())
                .isEqualTo("25862");
        assertThat(DiscoursePage.read(POSTS.getBytes(UTF_8), "25862", FORUM).next()).isNull();
        assertThat(read("{\"latest_posts\":[]}").next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "<html>Log in</html>",
                "{\"latest_posts\":{}}",
                "{\"errors\":[\"not allowed\"]}"
            })
    void anythingElseIsNotReadable(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(Unreadable.class);
    }

    private static Page read(String body) {
        return DiscoursePage.read(body.getBytes(UTF_8), null, FORUM);
    }
}
