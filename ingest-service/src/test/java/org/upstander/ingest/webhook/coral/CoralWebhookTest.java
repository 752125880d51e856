package org.upstander.ingest.webhook.coral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.ingest.webhook.Deliveries.FORUM;
import static org.upstander.ingest.webhook.Deliveries.fixture;
import static org.upstander.ingest.webhook.Deliveries.onlyPost;

import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Thread;
import org.upstander.ingest.webhook.Deliveries;

class CoralWebhookTest {

    private static final String PHASE = fixture("coral-phase.json");

    @Test
    void aCommentInModeration() {
        Draft.OfPost post = onlyPost(coral(PHASE));
        assertThat(post.author()).isEqualTo(new Author("u-8", null, null));
        assertThat(post.html()).isEqualTo("<p>Who let you judge?</p>");
        assertThat(post.thread()).isEqualTo(new Thread("s-4", null));
        assertThat(post.replyTo()).isEqualTo(new ReplyTo("c-70", null, null));
        assertThat(post.url()).isEqualTo("https://news.example.org/judging");
    }

    @Test
    void askedAgainItIsTheSamePostAndAnotherTextIsAnotherOne() {
        assertThat(onlyPost(coral(PHASE)).externalId())
                .isEqualTo(onlyPost(coral(PHASE)).externalId())
                .isNotEqualTo(onlyPost(coral(PHASE.replace("let you", "made you"))).externalId());
    }

    @Test
    void itsWebhooksCarryNoText() {
        assertThat(
                        coral(
                                "{\"id\":\"1\",\"type\":\"COMMENT_CREATED\",\"data\":{\"commentID\":\"c\"}}"))
                .isEqualTo(new Said.Nothing(Said.Why.OTHER_EVENT));
    }

    private static Said coral(String body) {
        return new CoralWebhook().read(Deliveries.of(body), FORUM);
    }
}
