package org.upstander.ingest.webhook.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.ingest.webhook.Deliveries.FORUM;
import static org.upstander.ingest.webhook.Deliveries.fixture;
import static org.upstander.ingest.webhook.Deliveries.onlyPost;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.webhook.Deliveries;

class FacebookWebhookTest {

    private static final String COMMENT = fixture("facebook-comment.json");

    @Test
    void aCommentOnThePageAndNoReactions() {
        Draft.OfPost post = onlyPost(facebook(COMMENT));
        assertThat(post.externalId()).isEqualTo("4_71");
        assertThat(post.author()).isEqualTo(new Author("8", null, "Heath"));
        assertThat(post.text()).isEqualTo("Who let you judge?");
        assertThat(post.thread().id()).isEqualTo("1001_4");
        assertThat(post.replyTo()).isEqualTo(new ReplyTo("4_70", null, null));
        assertThat(post.createdAt()).isEqualTo("2026-03-03T06:33:26Z");
        assertThat(post.editedAt()).isNull();
    }

    @Test
    void anEditIsARevisionAndARemovalADeletion() {
        assertThat(onlyPost(facebook(COMMENT.replaceFirst("\"add\"", "\"edited\""))).editedAt())
                .isEqualTo(Deliveries.NOW.toString());
        assertThat(onlyPost(facebook(COMMENT.replaceFirst("\"add\"", "\"remove\""))).deleted())
                .isTrue();
    }

    @Test
    void aPictureWithoutWordsIsNothing() {
        assertThat(facebook(COMMENT.replace("\"message\":\"Who let you judge?\",", "")))
                .isEqualTo(new Said.Nothing(Said.Why.OTHER_EVENT));
    }

    @ParameterizedTest
    @CsvSource({
        "subscribe,main,1158201444,true",
        "subscribe,other,1158201444,false",
        "unsubscribe,main,1158201444,false",
        "subscribe,main,<script>,false"
    })
    void metaIsWelcomeWithTheSourcesIdOnly(
            String mode, String token, String challenge, boolean welcome) {
        assertThat(
                        new FacebookWebhook()
                                .welcome(
                                        Map.of(
                                                "hub.mode", mode,
                                                "hub.verify_token", token,
                                                "hub.challenge", challenge),
                                        FORUM)
                                .isPresent())
                .isEqualTo(welcome);
    }

    private static Said facebook(String body) {
        return new FacebookWebhook().read(Deliveries.of(body), FORUM);
    }
}
