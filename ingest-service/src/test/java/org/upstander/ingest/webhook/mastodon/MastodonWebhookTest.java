package org.upstander.ingest.webhook.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.ingest.webhook.Deliveries.FORUM;
import static org.upstander.ingest.webhook.Deliveries.fixture;
import static org.upstander.ingest.webhook.Deliveries.onlyPost;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.webhook.Deliveries;

/** Deliveries of Mastodon, after their documented shapes. */
class MastodonWebhookTest {

    private static final String STATUS = fixture("mastodon-status.json");

    @Test
    void aStatusOnMastodon() {
        Draft.OfPost post = onlyPost(mastodon(STATUS, FORUM));
        assertThat(post.externalId()).isEqualTo("1101");
        assertThat(post.author()).isEqualTo(new Author("8", "heath", "Heath"));
        assertThat(post.replyTo())
                .isEqualTo(new ReplyTo("1100", new Author("9", "marta", null), null));
        assertThat(post.html()).contains("who let you judge?");
        assertThat(post.text()).isNull();
        assertThat(post.language()).isEqualTo("en");
    }

    @Test
    void ofAReportOnlyThePostsAreRead() {
        Said said = mastodon(fixture("mastodon-report.json"), FORUM);
        assertThat(onlyPost(said).externalId()).isEqualTo("1101");
        assertThat(said.toString()).doesNotContain("private@", "192.0.2.");
    }

    @ParameterizedTest
    @CsvSource({"direct,DIRECT_MESSAGE", "boost,BOOST", "bot,BOT"})
    void whatIsNotTakenFromMastodon(String what, Said.Why why) {
        String status =
                switch (what) {
                    case "direct" ->
                            STATUS.replace(
                                    "\"visibility\":\"public\"", "\"visibility\":\"direct\"");
                    case "boost" -> STATUS.replace("\"reblog\":null", "\"reblog\":{\"id\":\"1\"}");
                    default -> STATUS.replace("\"bot\":false", "\"bot\":true");
                };
        assertThat(mastodon(status, FORUM)).isEqualTo(new Said.Nothing(why));
    }

    private static Said mastodon(String body, Source source) {
        return new MastodonWebhook().read(Deliveries.of(body), source);
    }
}
