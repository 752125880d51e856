package org.upstander.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    @Test
    void namesAllThatIsMissingAtOnce() {
        // Given
        Draft.OfPost empty =
                new Draft.OfPost(
                        null, " ", null, null, null, null, null, null, null, false, null, null,
                        null);

        // When
        List<Violation> violations = refused(empty);

        // Then
        assertThat(violations)
                .extracting(Violation::pointer)
                .containsExactly("/source", "/externalId", "/author", "/text");
        assertThat(violations)
                .allSatisfy(v -> assertThat(v.reason()).isEqualTo(RejectReason.MISSING))
                .allSatisfy(v -> assertThat(v.detail()).contains(v.pointer() + " is missing: "));
    }

    @Test
    void anAuthorNeedsMoreThanANameToShow() {
        assertThat(refused(by(new Author(null, "@", "Heath"))))
                .extracting(Violation::pointer)
                .containsExactly("/author/handle");
    }

    @Test
    void aHandleIsKeptWithoutItsAt() {
        assertThat(admitted(by(new Author("", " @@heath ", ""))).author())
                .isEqualTo(new Author(null, "heath", null));
    }

    @Test
    @Timeout(5)
    void aHandleOfAMillionAtsIsLookedThroughOnce() {
        String ats = "@".repeat(1_000_000);
        assertThat(admitted(by(new Author(null, ats + "heath", null))).author().handle())
                .isEqualTo("heath");
        assertThat(refused(by(new Author(null, ats, null)))).hasSize(1);
    }

    @Test
    void whatTheAuthorChoosesToShowIsCutRatherThanRefused() {
        Post post = admitted(by(new Author("8", null, "😀".repeat(300))));

        assertThat(post.author().displayName()).isEqualTo("😀".repeat(256));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T12:00:00Z, 2026-11-23T12:00:00Z",
        "2026-11-23T13:00:00.5+01:00, 2026-11-23T12:00:00.500Z",
        "2026-11-25T08:59:59Z, 2026-11-25T08:59:59Z",
        "2026-11-25T09:00:01Z, 2026-11-24T09:00:00Z",
        "1989-12-31T23:59:59Z, 2026-11-24T09:00:00Z",
        "1970-01-01T00:00:00Z, 2026-11-24T09:00:00Z",
        "9999-12-31T00:00:00Z, 2026-11-24T09:00:00Z",
        ", 2026-11-24T09:00:00Z",
    })
    void aTimeThatCannotBeRightBecomesTheTimeOfReceipt(String given, Instant kept) {
        Draft.OfPost p = Drafts.post();
        Draft.OfPost draft =
                new Draft.OfPost(
                        p.source(),
                        p.externalId(),
                        p.author(),
                        null,
                        null,
                        p.text(),
                        null,
                        given,
                        null,
                        false,
                        null,
                        null,
                        null);

        assertThat(admitted(draft).createdAt()).isEqualTo(kept);
        assertThat(admitted(draft).receivedAt()).isEqualTo(NOW);
    }

    @Test
    void aDeletionNeedsNeitherTextNorAuthorAndKeepsNoText() {
        // Given
        Draft.OfPost gone =
                new Draft.OfPost(
                        "forum",
                        "1",
                        null,
                        null,
                        null,
                        "still here",
                        "<b>",
                        null,
                        null,
                        true,
                        null,
                        null,
                        null);

        // When
        Post post = admitted(gone);

        // Then
        assertThat(post.deleted()).isTrue();
        assertThat(post.text()).isEmpty();
        assertThat(post.html()).isNull();
        assertThat(post.author()).isNull();
    }

    @Test
    void ofTheParentsTextTheBeginningIsKept() {
        Draft.OfPost draft =
                new Draft.OfPost(
                        "forum",
                        "1",
                        new Author("8", null, null),
                        null,
                        new ReplyTo("7", null, "\u00e9".repeat(1500)),
                        "t",
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null);

        assertThat(admitted(draft).replyTo().text()).isEqualTo("\u00e9".repeat(1000));
    }

    @Test
    void anEmptyReplyIsNone() {
        Draft.OfPost draft =
                new Draft.OfPost(
                        "forum",
                        "1",
                        new Author("8", null, null),
                        null,
                        new ReplyTo(" ", null, null),
                        "t",
                        null,
                        null,
                        null,
                        false,
                        " ",
                        "en_US",
                        " ");

        assertThat(admitted(draft).replyTo()).isNull();
        assertThat(admitted(draft).url()).isNull();
        assertThat(admitted(draft).language()).isEqualTo("en-US");
        assertThat(admitted(draft).visibility()).isEqualTo("public");
    }

    @Test
    void theIdOfARefusedPostIsFitToBeSentBack() {
        assertThat(rejected(Drafts.post("forum", "\ud800", "t")).externalId()).isNull();
        assertThat(rejected(Drafts.post(null, "é".repeat(600), "t")).externalId())
                .isEqualTo("é".repeat(512));
    }

    @Property(tries = 100)
    void aLongTextIsCutToWholeCharactersAndFlagged(
            @ForAll @IntRange(min = 0, max = 3) int before,
            @ForAll @IntRange(min = 0, max = 2) int character,
            @ForAll @IntRange(min = 16_000, max = 40_000) int times) {
        // Given
        String text = "a".repeat(before) + List.of("é", "漢", "😀").get(character).repeat(times);

        // When
        Post post = admitted(Drafts.post("forum", "1", text));

        // Then
        int bytes = post.text().getBytes(StandardCharsets.UTF_8).length;
        boolean tooLong = text.getBytes(StandardCharsets.UTF_8).length > Limits.TEXT_BYTES;
        assertThat(post.truncated()).isEqualTo(tooLong);
        assertThat(text).startsWith(post.text());
        assertThat(Texts.wellFormed(post.text())).isTrue();
        assertThat(bytes).isLessThanOrEqualTo(Limits.TEXT_BYTES);
        if (tooLong) {
            assertThat(bytes).isGreaterThan(Limits.TEXT_BYTES - 4);
        }
    }

    @Property(tries = 300)
    void wellFormedIsWhatUtf8CanCarry(@ForAll String text) {
        String back = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(Texts.wellFormed(text)).isEqualTo(back.equals(text) && text.indexOf('\0') < 0);
    }

    @Property(tries = 300)
    void noTextIsEverAdmittedThatIsNotWellFormed(
            @ForAll String before, @ForAll boolean surrogate, @ForAll String after) {
        String text = before + (surrogate ? "\udc00" : "\0") + after;
        Assume.that(!Texts.wellFormed(text));

        assertThat(refused(Drafts.post("forum", "1", text)))
                .extracting(Violation::reason)
                .containsExactly(RejectReason.ENCODING);
    }

    private static Draft.OfPost by(Author author) {
        return new Draft.OfPost(
                "forum", "1", author, null, null, "t", null, null, null, false, null, null, null);
    }

    private static Post admitted(Draft.OfPost draft) {
        return ((Admission.Accepted<Post>) new PostRules(NOW).admit(draft)).item();
    }

    private static List<Violation> refused(Draft.OfPost draft) {
        return rejected(draft).violations();
    }

    private static Admission.Rejected<Post> rejected(Draft.OfPost draft) {
        return (Admission.Rejected<Post>) new PostRules(NOW).admit(draft);
    }
}
