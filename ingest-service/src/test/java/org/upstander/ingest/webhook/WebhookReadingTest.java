package org.upstander.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.ingest.webhook.Deliveries.FORUM;
import static org.upstander.ingest.webhook.Deliveries.NOW;
import static org.upstander.ingest.webhook.Deliveries.PRIVATE;
import static org.upstander.ingest.webhook.Deliveries.fixture;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.PostRules;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.SignalRules;
import org.upstander.ingest.domain.Thread;
import org.upstander.ingest.webhook.discord.DiscordWebhook;
import org.upstander.ingest.webhook.discourse.DiscourseWebhook;
import org.upstander.ingest.webhook.github.GithubWebhook;
import org.upstander.ingest.webhook.mastodon.MastodonWebhook;
import org.upstander.ingest.webhook.slack.SlackWebhook;

/** What becomes of deliveries of the documented shapes. */
class WebhookReadingTest {

    private static final String COMMENT = fixture("github-issue-comment.json");
    private static final String POST = fixture("discourse-post.json");
    private static final String MESSAGE = fixture("slack-message.json");
    private static final String STATUS = fixture("mastodon-status.json");
    private static final String DISCORD = fixture("discord-message.json");

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
    void whatABotWritesOnGithubIsNoPost() {
        String byBot =
                COMMENT.replace(
                        "\"node_id\":\"U_34\",\"type\":\"User\"",
                        "\"node_id\":\"U_34\",\"type\":\"Bot\"");
        assertThat(github("issue_comment", byBot)).isEqualTo(new Said.Nothing(Said.Why.BOT));
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

    @Test
    void aPostOnDiscourse() {
        Draft.OfPost post = onlyPost(discourse("post_created", POST, FORUM));
        assertThat(post.externalId()).isEqualTo("25862");
        assertThat(post.author()).isEqualTo(new Author("8", "heath", "Heath V"));
        assertThat(post.thread()).isEqualTo(new Thread("4946", "Judging"));
        assertThat(post.replyTo())
                .isEqualTo(new ReplyTo("4946/1", new Author("3", "dana_cm", "Dana"), null));
        assertThat(post.text()).isEqualTo("The ruling is *wrong*.");
        assertThat(post.url()).isEqualTo("https://forum.example.org/t/judging/4946/2");
        assertThat(post.editedAt()).isNull();
    }

    @Test
    void aSecondVersionOnDiscourseIsAnEdit() {
        assertThat(
                        onlyPost(
                                        discourse(
                                                "post_edited",
                                                POST.replace("\"version\":1", "\"version\":2"),
                                                FORUM))
                                .editedAt())
                .isEqualTo("2026-03-03T06:40:00.000Z");
    }

    @Test
    void aPrivateMessageIsReadWhereEverybodyAgreed() {
        String direct =
                POST.replace(
                        "\"topic_archetype\":\"regular\"",
                        "\"topic_archetype\":\"private_message\"");
        assertThat(discourse("post_created", direct, FORUM))
                .isEqualTo(new Said.Nothing(Said.Why.DIRECT_MESSAGE));
        assertThat(onlyPost(discourse("post_created", direct, PRIVATE)).visibility())
                .isEqualTo("private-consented");
    }

    @Test
    void whoIsSuspendedOnDiscourse() {
        String user =
                "{\"user\":{\"id\":8,\"username\":\"heath\",\"name\":\"Heath V\",\"suspended_at\":\"2026-03-04T11:00:00.000Z\"}}";
        assertThat(onlySignal(discourse("user_suspended", user, FORUM)))
                .extracting(Draft.OfSignal::action, Draft.OfSignal::author, Draft.OfSignal::at)
                .containsExactly(
                        "suspend", new Author("8", "heath", "Heath V"), "2026-03-04T11:00:00.000Z");
    }

    @Test
    void aMessageOnSlack() {
        Draft.OfPost post = onlyPost(slack(MESSAGE, FORUM));
        assertThat(post.externalId()).isEqualTo("C1:1355517523.000005");
        assertThat(post.thread()).isEqualTo(new Thread("C1:1355517000.000001", null));
        assertThat(post.replyTo())
                .isEqualTo(new ReplyTo("C1:1355517000.000001", new Author("U2", "U2", null), null));
        assertThat(post.text()).isEqualTo("@marta why & how? see the rules");
        assertThat(post.createdAt()).isEqualTo("2012-12-14T20:38:43Z");
        assertThat(new SlackWebhook().key(Deliveries.of(MESSAGE))).isEqualTo("Ev1");
    }

    @Test
    void slackWantsItsChallengeBack() {
        assertThat(slack("{\"type\":\"url_verification\",\"challenge\":\"3eZb\"}", FORUM))
                .isEqualTo(new Said.Handshake("text/plain", "3eZb"));
    }

    @Test
    void whatSlackDroppedIsAGap() {
        assertThat(slack("{\"type\":\"app_rate_limited\",\"team_id\":\"T1\"}", FORUM))
                .isEqualTo(new Said.Gap(Said.Cause.RATE_LIMITED));
    }

    @Test
    void aMessageThatIsDeletedOnSlack() {
        String gone =
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"subtype\":\"message_deleted\",\"channel\":\"C1\",\"channel_type\":\"channel\",\"deleted_ts\":\"1355517523.000005\",\"previous_message\":{\"user\":\"U1\",\"ts\":\"1355517523.000005\",\"text\":\"x\"}}}";
        Draft.OfPost post = onlyPost(slack(gone, FORUM));
        assertThat(post.deleted()).isTrue();
        assertThat(post.externalId()).isEqualTo("C1:1355517523.000005");
        assertThat(post.text()).isNull();
    }

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

    @Test
    void aMessageOnDiscord() {
        Draft.OfPost post = onlyPost(discord(DISCORD));
        assertThat(post.externalId()).isEqualTo("1200000000000000001");
        assertThat(post.author()).isEqualTo(new Author("8", "heath", "Heath"));
        assertThat(post.replyTo())
                .isEqualTo(new ReplyTo("1199", new Author("9", "marta", "Marta"), null));
        assertThat(post.text()).isEqualTo("@marta who let you judge?");
        assertThat(post.visibility()).isEqualTo("members");
    }

    @Test
    void aMessageWithoutContentIsABlindBot() {
        assertThat(discord(DISCORD.replace("<@9> who let you judge?", "")))
                .isEqualTo(new Said.Gap(Said.Cause.EMPTY_CONTENT));
    }

    @Test
    void manyMessagesThatAreDeletedOnDiscord() {
        Said.Items said =
                (Said.Items)
                        discord(
                                "{\"t\":\"MESSAGE_DELETE_BULK\",\"d\":{\"ids\":[\"1\",\"2\"],\"channel_id\":\"500\",\"guild_id\":\"900\"}}");
        assertThat(said.posts()).extracting(Draft.OfPost::externalId).containsExactly("1", "2");
        assertThat(said.posts()).allMatch(Draft.OfPost::deleted);
    }

    @Test
    void whatAutoModerationDid() {
        assertThat(
                        onlySignal(
                                discord(
                                        "{\"t\":\"AUTO_MODERATION_ACTION_EXECUTION\",\"d\":{\"guild_id\":\"900\",\"user_id\":\"8\",\"action\":{\"type\":3}}}")))
                .extracting(Draft.OfSignal::action, one -> one.author().id())
                .containsExactly("mute", "8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "7", "null", "{\"a\":1}{}", "\u0000"})
    void whatIsNoJsonObjectIsUnreadable(String body) {
        assertThatThrownBy(() -> slack(body, FORUM)).isInstanceOf(Unreadable.class);
    }

    @Test
    void whatIsNoUtf8IsUnreadable() {
        byte[] latin = "{\"type\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> new SlackWebhook().read(new Delivery(Map.of(), latin, NOW), FORUM))
                .isInstanceOf(Unreadable.class)
                .hasMessageNotContaining("caf");
    }

    private static Said github(String event, String body) {
        return new GithubWebhook()
                .read(Deliveries.of(body, Map.of("X-GitHub-Event", event)), FORUM);
    }

    private static Said discourse(String event, String body, Source source) {
        return new DiscourseWebhook()
                .read(
                        Deliveries.of(
                                body,
                                Map.of(
                                        "X-Discourse-Event",
                                        event,
                                        "X-Discourse-Instance",
                                        "https://forum.example.org")),
                        source);
    }

    private static Said slack(String body, Source source) {
        return new SlackWebhook().read(Deliveries.of(body), source);
    }

    private static Said mastodon(String body, Source source) {
        return new MastodonWebhook().read(Deliveries.of(body), source);
    }

    private static Said discord(String body) {
        return new DiscordWebhook().read(Deliveries.of(body), FORUM);
    }

    /** Which our own rules admit: a platform's post must never bounce for its form. */
    private static Draft.OfPost onlyPost(Said said) {
        Draft.OfPost post = ((Said.Items) said).posts().get(0);
        assertThat(((Said.Items) said).posts()).hasSize(1);
        Draft.OfPost whole = post.text() == null && !post.deleted() ? post.withText("x") : post;
        assertThat(new PostRules(NOW).admit(whole))
                .isInstanceOf(org.upstander.ingest.domain.Admission.Accepted.class);
        return post;
    }

    private static Draft.OfSignal onlySignal(Said said) {
        Draft.OfSignal signal = ((Said.Items) said).signals().get(0);
        assertThat(new SignalRules(NOW).admit(signal))
                .isInstanceOf(org.upstander.ingest.domain.Admission.Accepted.class);
        return signal;
    }
}
