package org.upstander.ingest.webhook.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.ingest.webhook.Deliveries.FORUM;
import static org.upstander.ingest.webhook.Deliveries.NOW;
import static org.upstander.ingest.webhook.Deliveries.fixture;
import static org.upstander.ingest.webhook.Deliveries.onlyPost;
import static org.upstander.ingest.webhook.Deliveries.onlySignal;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Thread;
import org.upstander.ingest.webhook.Deliveries;

/** Deliveries of GitHub, after their documented shapes. */
class GithubWebhookTest {

    private static final String COMMENT = fixture("github-issue-comment.json");

    @Test
    void aCommentOnGithub() {
        Draft.OfPost post = onlyPost(github("issue_comment", COMMENT));
        assertThat(post.externalId()).isEqualTo("issue-comment:77");
        assertThat(post.author()).isEqualTo(new Author("34", "heath-v", null));
        assertThat(post.thread())
                .isEqualTo(new Thread("contest/rules#41", "Deadline of round two"));
        assertThat(post.replyTo())
                .isEqualTo(new ReplyTo("issue:9001", new Author("12", "marta-q", null), null));
        assertThat(post.text()).isEqualTo("You moved it **again**, @marta-q?");
        assertThat(post.url()).endsWith("#issuecomment-77");
        assertThat(post.createdAt()).isEqualTo("2026-03-04T10:05:00Z");
        assertThat(post.editedAt()).isNull();
        assertThat(post.visibility()).isEqualTo("public");
    }

    @Test
    void anEditOnGithubIsARevisionOfTheSamePost() {
        Draft.OfPost post =
                onlyPost(github("issue_comment", COMMENT.replace("\"created\"", "\"edited\"")));
        assertThat(post.externalId()).isEqualTo("issue-comment:77");
        assertThat(post.editedAt()).isEqualTo("2026-03-04T10:06:00Z");
    }

    @Test
    void whoDeletesTheirOwnCommentModeratesNobody() {
        Said.Items said =
                (Said.Items) github("issue_comment", COMMENT.replace("\"created\"", "\"deleted\""));
        assertThat(said.posts()).singleElement().matches(Draft.OfPost::deleted);
        assertThat(said.posts().get(0).text()).isNull();
        assertThat(said.signals()).isEmpty();
    }

    @Test
    void whoDeletesSomebodyElsesCommentDoes() {
        Said.Items said =
                (Said.Items)
                        github(
                                "issue_comment",
                                COMMENT.replace("\"created\"", "\"deleted\"")
                                        .replace(
                                                "\"sender\":{\"login\":\"heath-v\",\"id\":34",
                                                "\"sender\":{\"login\":\"marta-q\",\"id\":12"));
        assertThat(said.posts()).hasSize(1);
        assertThat(said.signals())
                .singleElement()
                .extracting(Draft.OfSignal::action, Draft.OfSignal::author)
                .containsExactly("remove-post", new Author("34", "heath-v", null));
    }

    @Test
    void whatABotWritesOnGithubIsTakenAndSaysSo() {
        String byBot =
                COMMENT.replace(
                        "\"node_id\":\"U_34\",\"type\":\"User\"",
                        "\"node_id\":\"U_34\",\"type\":\"Bot\"");
        assertThat(onlyPost(github("issue_comment", byBot)).author())
                .isEqualTo(new Author("34", "heath-v", null).bot(true));
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER,true",
        "MEMBER,true",
        "COLLABORATOR,true",
        "CONTRIBUTOR,false",
        "FIRST_TIMER,false",
        "NONE,false"
    })
    void whoRunsTheRepositoryIsStaff(String association, boolean staff) {
        String comment =
                COMMENT.replace(
                        "\"author_association\":\"NONE\"",
                        "\"author_association\":\"" + association + "\"");
        assertThat(onlyPost(github("issue_comment", comment)).author().staff()).isEqualTo(staff);
    }

    @Test
    void anIssueThatIsLockedSilencesWhoOpenedIt() {
        assertThat(onlySignal(github("issues", COMMENT.replace("\"created\"", "\"locked\""))))
                .extracting(Draft.OfSignal::action, Draft.OfSignal::author, Draft.OfSignal::at)
                .containsExactly("mute", new Author("12", "marta-q", null), "2026-03-04T10:00:00Z");
    }

    @Test
    void whoIsBlockedOnGithubIsBanned() {
        assertThat(
                        onlySignal(
                                github(
                                        "org_block",
                                        "{\"action\":\"blocked\",\"blocked_user\":{\"login\":\"heath-v\",\"id\":34}}")))
                .extracting(Draft.OfSignal::action, Draft.OfSignal::at)
                .containsExactly("ban", NOW.toString());
    }

    @ParameterizedTest
    @CsvSource({"ping,PING", "star,OTHER_EVENT"})
    void whatElseGithubSays(String event, Said.Why why) {
        assertThat(github(event, "{\"zen\":\"x\"}")).isEqualTo(new Said.Nothing(why));
    }

    private static Said github(String event, String body) {
        return new GithubWebhook()
                .read(Deliveries.of(body, Map.of("X-GitHub-Event", event)), FORUM);
    }
}
