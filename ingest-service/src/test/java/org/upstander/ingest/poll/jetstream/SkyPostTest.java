package org.upstander.ingest.poll.jetstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.ingest.webhook.Deliveries.FORUM;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.PostRules;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Thread;

/** Events of Jetstream, after their documented shapes. */
class SkyPostTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final String HEATH = "did:plc:heath2heath2heath2heath2";
    private static final String MARTA = "did:plc:marta2marta2marta2marta2";
    private static final String ID = "at://" + HEATH + "/app.bsky.feed.post/3mabcdefgh22k";
    private static final String CREATE = fixture("jetstream-create.json");
    private static final String REPOST = fixture("jetstream-repost.json");

    @Test
    void aReplyThatMentionsSomebody() {
        Draft.OfPost post = read(CREATE);
        assertThat(post.externalId()).isEqualTo(ID);
        assertThat(post.author()).isEqualTo(new Author(HEATH, HEATH, null));
        assertThat(post.text()).isEqualTo("🙈 @marta.example.org, who let you judge? <3");
        assertThat(post.html())
                .isEqualTo(
                        "🙈 <a href=\"https://bsky.app/profile/"
                                + MARTA
                                + "\">@marta.example.org</a>, who let you judge? &lt;3");
        assertThat(post.replyTo())
                .isEqualTo(
                        new ReplyTo(
                                "at://" + MARTA + "/app.bsky.feed.post/3manswer1",
                                new Author(MARTA, MARTA, null),
                                null));
        assertThat(post.thread())
                .isEqualTo(
                        new Thread(
                                "at://did:plc:judge2judge2judge2judge2/app.bsky.feed.post/3mround2",
                                null));
        assertThat(post.createdAt()).isEqualTo("2026-03-04T10:00:00.000Z");
        assertThat(post.editedAt()).isNull();
        assertThat(post.language()).isEqualTo("en");
        assertThat(post.visibility()).isEqualTo("public");
        assertThat(post.url())
                .isEqualTo("https://bsky.app/profile/" + HEATH + "/post/3mabcdefgh22k");
    }

    @Test
    void anUpdateIsAnEditAndADeletionIsOne() {
        Draft.OfPost edit = read(CREATE.replace("\"create\"", "\"update\""));
        assertThat(edit.externalId()).isEqualTo(ID);
        assertThat(edit.editedAt()).isEqualTo("2026-03-04T10:00:00.123456Z");
        Draft.OfPost deletion = read(fixture("jetstream-delete.json"));
        assertThat(deletion.externalId()).isEqualTo(ID);
        assertThat(deletion.deleted()).isTrue();
    }

    @Test
    void whoIsNamedMeanwhileHasAHandle() {
        JetstreamEvent identity = JetstreamEvent.read(fixture("jetstream-identity.json"));
        assertThat(identity.isPost()).isFalse();
        assertThat(SkyPost.read(JetstreamEvent.read(CREATE), identity.handle(), FORUM).author())
                .isEqualTo(new Author(HEATH, "heath.example.org", null));
    }

    @Test
    void aRepostIsASignalAboutThePostThatIsPassedOn() {
        JetstreamEvent event = JetstreamEvent.read(REPOST);
        assertThat(event.isRepost()).isTrue();
        assertThat(event.isPost()).isFalse();
        assertThat(SkyPost.repost(event, "heath.example.org", FORUM))
                .contains(
                        FORUM.amplification(
                                "at://" + MARTA + "/app.bsky.feed.post/3manswer1",
                                new Author(HEATH, "heath.example.org", null),
                                "2026-03-04T10:01:00.000Z"));
    }

    @Test
    void aRepostThatIsTakenBackIsLeftAsItWas() {
        assertThat(JetstreamEvent.read(REPOST.replace("\"create\"", "\"delete\"")).isRepost())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at://did:plc:marta2marta2marta2marta2/app.bsky.feed.generator/3manswer1",
                "https://bsky.app/profile/marta/post/3manswer1",
                ""
            })
    void whatPassesOnNoPostIsPassedOver(String uri) {
        String other =
                REPOST.replace(
                        "at://did:plc:marta2marta2marta2marta2/app.bsky.feed.post/3manswer1", uri);
        assertThat(SkyPost.repost(JetstreamEvent.read(other), null, FORUM)).isEmpty();
    }

    /** Who writes a record by themselves must not get away with it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2026-03-04T10:00:00.000Z\"|\"yesterday\"",
                "\"2026-03-04T10:00:00.000Z\"|7",
                "[\"en\",\"de\"]|[\"no language at all\"]",
                "[\"en\",\"de\"]|\"en\"",
                "🙈|\\u0000",
                "\"reply\":{|\"reply\":7,\"other\":{",
                "at://did:plc:marta2marta2marta2marta2/app|https://did:plc:marta/app",
                "\"byteStart\":5|\"byteStart\":1",
                "\"text\":|\"other\":"
            })
    void whateverIsOddInARecordThePostIsTaken(String good, String odd) {
        assertThat(CREATE).contains(good);
        Draft.OfPost post = read(CREATE.replace(good, odd));
        assertThat(new PostRules(NOW).admit(post)).isInstanceOf(Admission.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|x",
                "time_us|time",
                "\"kind\"|\"k\"",
                "\"rkey\"|\"r\"",
                "\"create\"|\"make\"",
                "\"record\"|\"r\"",
                "1772618400123456|\"soon\""
            })
    void whatIsNoPostCannotBeRead(String good, String broken) {
        assertThat(CREATE).contains(good);
        assertThatThrownBy(() -> read(CREATE.replace(good, broken))).isInstanceOf(Unreadable.class);
    }

    @Test
    void aKeyIsThatOfTheRevisionAndNotOfTheServer() {
        JetstreamEvent event = JetstreamEvent.read(CREATE);
        assertThat(JetstreamEvent.read(CREATE.replace("1772618400123456", "1772618400999999")))
                .extracting(JetstreamEvent::key)
                .isEqualTo(event.key());
        assertThat(JetstreamEvent.read(CREATE.replace("3mabcdefgh22x", "3mabcdefgh22y")))
                .extracting(JetstreamEvent::key)
                .isNotEqualTo(event.key());
    }

    private static Draft.OfPost read(String event) {
        return SkyPost.read(JetstreamEvent.read(event), null, FORUM);
    }

    static String fixture(String name) {
        try (InputStream in = SkyPostTest.class.getResourceAsStream("/polls/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
