package org.upstander.ingest.webhook.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.ingest.webhook.Deliveries.FORUM;
import static org.upstander.ingest.webhook.Deliveries.fixture;
import static org.upstander.ingest.webhook.Deliveries.onlyPost;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.webhook.Deliveries;

class WordpressWebhookTest {

    private static final String COMMENT = fixture("wordpress-comment.json");

    @Test
    void aVisitorsComment() {
        Draft.OfPost post = onlyPost(wordpress(COMMENT));
        assertThat(post.externalId()).isEqualTo("71");
        assertThat(post.author()).isEqualTo(new Author(null, "Heath", "Heath"));
        assertThat(post.html()).contains("Who let you judge?");
        assertThat(post.replyTo()).isEqualTo(new ReplyTo("70", null, null));
        assertThat(post.createdAt()).isEqualTo("2026-03-03T06:33:26Z");
        assertThat(post.thread().id()).isEqualTo("4");
    }

    @Test
    void whoHasAnAccountIsKnownByIt() {
        String known = COMMENT.replace("\"author\":0", "\"author\":8");
        assertThat(onlyPost(wordpress(known)).author().id()).isEqualTo("8");
    }

    @Test
    void addressesOfAuthorsAreNotRead() {
        assertThat(wordpress(COMMENT).toString()).doesNotContain("private@", "192.0.2.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spam", "trash"})
    void whatTheModeratorThrowsAwayIsGone(String status) {
        Draft.OfPost post =
                onlyPost(wordpress(COMMENT.replace("\"approved\"", "\"" + status + "\"")));
        assertThat(post.deleted()).isTrue();
        assertThat(post.html()).isNull();
    }

    @Test
    void aPingbackIsNoComment() {
        assertThat(wordpress(COMMENT.replace("\"type\":\"comment\"", "\"type\":\"pingback\"")))
                .isEqualTo(new Said.Nothing(Said.Why.SYSTEM_NOTE));
    }

    private static Said wordpress(String body) {
        return new WordpressWebhook().read(Deliveries.of(body), FORUM);
    }
}
