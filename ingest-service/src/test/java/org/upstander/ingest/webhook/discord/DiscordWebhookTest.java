package org.upstander.ingest.webhook.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.ingest.webhook.Deliveries.FORUM;
import static org.upstander.ingest.webhook.Deliveries.fixture;
import static org.upstander.ingest.webhook.Deliveries.onlyPost;
import static org.upstander.ingest.webhook.Deliveries.onlySignal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.webhook.Deliveries;

/** Events that a bot pushes from Discord, after their documented shapes. */
class DiscordWebhookTest {

    private static final String DISCORD = fixture("discord-message.json");

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"global_name\":\"Heath\"}| \"global_name\":\"Heath\",\"bot\":true}",
                "\"channel_id\":\"500\",\"guild_id\"| \"webhook_id\":\"8\",\"channel_id\":\"500\",\"guild_id\""
            })
    void whatAProgramWritesIsTakenAndSaysSo(String person, String program) {
        // Given
        String embedded =
                DISCORD.replace(
                        "\"embeds\":[]",
                        "\"embeds\":[{\"title\":\"Watch\",\"description\":\"She is a fraud.\"},{}]");

        // When
        Draft.OfPost post = onlyPost(discord(first(embedded, person, program)));

        // Then
        assertThat(post.author()).isEqualTo(new Author("8", "heath", "Heath").bot(true));
        assertThat(post.text()).isEqualTo("@marta who let you judge?\n\nWatch\n\nShe is a fraud.");
        assertThat(onlyPost(discord(embedded)).text()).isEqualTo("@marta who let you judge?");
    }

    private static String first(String text, String was, String is) {
        assertThat(text).contains(was);
        return text.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(is));
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

    private static Said discord(String body) {
        return new DiscordWebhook().read(Deliveries.of(body), FORUM);
    }
}
