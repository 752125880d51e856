package org.upstander.ingest.webhook.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.ingest.webhook.Deliveries.FORUM;
import static org.upstander.ingest.webhook.Deliveries.fixture;
import static org.upstander.ingest.webhook.Deliveries.onlyPost;
import static org.upstander.ingest.webhook.Deliveries.onlySignal;

import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.webhook.Deliveries;

/** Deliveries of Mastodon, after their documented shapes. */
class MastodonWebhookTest {

    private static final String STATUS = fixture("mastodon-status.json");
    private static final String BOOST =
            STATUS.replace("\"reblog\":null", "\"reblog\":{\"id\":\"1001\"}");

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

    @Test
    void whoJoinsMastodonAndWhoseInvitationItWas() {
        Said said = mastodon(fixture("mastodon-account.json"), FORUM);
        assertThat(onlySignal(said))
                .isEqualTo(
                        FORUM.join(
                                new Author("91", "heath_2", "Heath"),
                                "2026-03-04T09:58:01.000Z",
                                "of account 8"));
        assertThat(said.toString()).doesNotContain("private@", "192.0.2.", "sent me");
    }

    @Test
    void aDirectPostIsNotTakenFromMastodon() {
        String direct = STATUS.replace("\"visibility\":\"public\"", "\"visibility\":\"direct\"");
        assertThat(mastodon(direct, FORUM)).isEqualTo(new Said.Nothing(Said.Why.DIRECT_MESSAGE));
    }

    @Test
    void aBoostIsASignalAboutThePostThatIsPassedOn() {
        Draft.OfSignal boost = onlySignal(mastodon(BOOST, FORUM));
        assertThat(boost)
                .isEqualTo(
                        FORUM.amplification(
                                "1001",
                                new Author("8", "heath", "Heath"),
                                "2026-03-04T10:00:00.000Z"));
        assertThat(boost.type()).isEqualTo("amplification");
        assertThat(boost.source()).isEqualTo(FORUM.platform());
    }

    @Test
    void whatOnlyFewCanReadIsNoBoostOfOurs() {
        String direct = BOOST.replace("\"visibility\":\"public\"", "\"visibility\":\"direct\"");
        assertThat(mastodon(direct, FORUM)).isEqualTo(new Said.Nothing(Said.Why.DIRECT_MESSAGE));
    }

    @Test
    void aBoostAmongReportedPostsIsPassedOver() {
        String report =
                fixture("mastodon-report.json")
                        .replace("\"statuses\":[", "\"statuses\":[" + boosted() + ",");
        Said.Items said = (Said.Items) mastodon(report, FORUM);
        assertThat(said.posts()).hasSize(1);
        assertThat(said.originals()).hasSize(1);
        assertThat(said.signals()).isEmpty();
    }

    private static String boosted() {
        return BOOST.substring(BOOST.indexOf("\"object\":") + 9, BOOST.lastIndexOf('}'));
    }

    @Test
    void whatAProgramWritesIsTakenAndSaysSo() {
        String byBot = STATUS.replace("\"bot\":false", "\"bot\":true");
        assertThat(onlyPost(mastodon(byBot, FORUM)).author())
                .isEqualTo(new Author("8", "heath", "Heath").bot(true));
    }

    private static Said mastodon(String body, Source source) {
        return new MastodonWebhook().read(Deliveries.of(body), source);
    }
}
