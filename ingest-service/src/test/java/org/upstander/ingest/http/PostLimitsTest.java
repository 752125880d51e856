package org.upstander.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.upstander.ingest.http.Limits.NOW;
import static org.upstander.ingest.http.Limits.bytes;
import static org.upstander.ingest.http.Limits.check;
import static org.upstander.ingest.http.Limits.read;
import static org.upstander.ingest.http.Limits.rejections;
import static org.upstander.ingest.http.Limits.string;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.PostRules;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Violation;

/** Each violation names the field, the limit where there is one, and the fix. */
class PostLimitsTest {

    static final String POST =
            "{\"source\":\"forum\",\"externalId\":\"1\",\"author\":{\"id\":\"8\"},\"text\":\"t\"";
    private static final String NO_AUTHOR =
            "{\"source\":\"forum\",\"externalId\":\"1\",\"text\":\"t\",\"author\":";

    /** JSON; pointer; limit or null; reason; a word of the fix. */
    static Stream<Arguments> posts() {
        return Stream.of(
                arguments("{}", "/source", null, RejectReason.MISSING, "name the platform"),
                arguments(
                        "{\"source\":"
                                + string(65)
                                + ",\"externalId\":1,\"author\":\"x\",\"text\":\"\"}",
                        "/source",
                        64L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                arguments(
                        "{\"source\":\"f\",\"externalId\":"
                                + string(513)
                                + ",\"author\":\"x\",\"text\":\"\"}",
                        "/externalId",
                        512L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                arguments(
                        NO_AUTHOR + "{\"id\":" + string(257) + "}}",
                        "/author/id",
                        256L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                arguments(
                        NO_AUTHOR + "{\"handle\":" + string(257) + "}}",
                        "/author/handle",
                        256L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                arguments(
                        NO_AUTHOR + "{}}",
                        "/author/handle",
                        null,
                        RejectReason.MISSING,
                        "needs an id or a handle"),
                arguments(
                        NO_AUTHOR + "7}",
                        "/author",
                        null,
                        RejectReason.MALFORMED,
                        "must be an object"),
                arguments(
                        POST + ",\"thread\":{\"id\":" + string(513) + "}}",
                        "/thread/id",
                        512L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                arguments(
                        POST + ",\"thread\":{\"title\":\"x\"}}",
                        "/thread/id",
                        null,
                        RejectReason.MISSING,
                        "leave thread out"),
                arguments(
                        POST + ",\"replyTo\":{\"externalId\":" + string(513) + "}}",
                        "/replyTo/externalId",
                        512L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                arguments(
                        POST + ",\"replyTo\":{\"author\":{\"displayName\":\"x\"}}}",
                        "/replyTo/author/handle",
                        null,
                        RejectReason.MISSING,
                        "needs an id"),
                arguments(
                        POST + ",\"url\":\"https://example.org/" + "x".repeat(2048) + "\"}",
                        "/url",
                        2048L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                arguments(
                        POST + ",\"url\":\"javascript:alert(1)\"}",
                        "/url",
                        null,
                        RejectReason.NOT_ALLOWED,
                        "http:// or https://"),
                arguments(
                        POST + ",\"language\":" + string(36) + "}",
                        "/language",
                        35L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                arguments(
                        POST + ",\"language\":\"not a language\"}",
                        "/language",
                        null,
                        RejectReason.NOT_ALLOWED,
                        "BCP 47"),
                arguments(
                        POST + ",\"visibility\":\"secret\"}",
                        "/visibility",
                        null,
                        RejectReason.NOT_ALLOWED,
                        "public, members"),
                arguments(
                        POST + ",\"createdAt\":\"yesterday\"}",
                        "/createdAt",
                        null,
                        RejectReason.NOT_ALLOWED,
                        "RFC 3339"),
                arguments(
                        POST + ",\"editedAt\":1763899200}",
                        "/editedAt",
                        null,
                        RejectReason.MALFORMED,
                        "must be a string"),
                arguments(
                        POST + ",\"deleted\":\"yes\"}",
                        "/deleted",
                        null,
                        RejectReason.MALFORMED,
                        "true or false"),
                arguments(
                        POST + ",\"html\":\"nul \\u0000\"}",
                        "/html",
                        null,
                        RejectReason.ENCODING,
                        "U+FFFD"),
                arguments(
                        POST.replace("\"t\"", "\"lone \\ud83d\"") + "}",
                        "/text",
                        null,
                        RejectReason.ENCODING,
                        "U+FFFD"),
                arguments(
                        POST.replace("\"t\"", string(1_000_001)) + "}",
                        "/text",
                        1_000_000L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                arguments(
                        POST + ",\"a\":" + "[".repeat(101) + "]".repeat(101) + "}",
                        "",
                        100L,
                        RejectReason.TOO_LARGE,
                        "flatten"),
                arguments(
                        POST + ",\"number\":" + "1".repeat(101) + "}",
                        "/number",
                        100L,
                        RejectReason.TOO_LARGE,
                        "send it as a string"),
                arguments(
                        POST + "," + string(1001) + ":1}",
                        "",
                        1000L,
                        RejectReason.TOO_LARGE,
                        "leave the field out"),
                arguments(
                        POST + ",\"text\":\"two\"}",
                        "/text",
                        null,
                        RejectReason.MALFORMED,
                        "keep one of the two"),
                arguments(
                        POST + ",\"x\":{\"a\":1,\"a\":2}}",
                        "/x/a",
                        null,
                        RejectReason.MALFORMED,
                        "keep one of the two"),
                arguments(POST, "", null, RejectReason.MALFORMED, "correct it"),
                arguments(POST + "} {}", "", null, RejectReason.MALFORMED, "one JSON object"),
                arguments("[1]", "", null, RejectReason.MALFORMED, "send an object"));
    }

    @ParameterizedTest(name = "post {1} {3}")
    @MethodSource("posts")
    void ofPosts(String json, String pointer, Long limit, RejectReason reason, String fix) {
        check(violations(json), pointer, limit, reason, fix);
    }

    @Test
    void bytesThatAreNoUtf8() {
        byte[] latin1 = (POST + ",\"html\":\"caf\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1);

        Handed<Draft.OfPost> handed = read(new ItemReader<>(PostItem::new), latin1);

        check(
                ((Handed.Unreadable<Draft.OfPost>) handed).violations(),
                "",
                null,
                RejectReason.ENCODING,
                "encode it as UTF-8");
    }

    @Test
    void fieldsNobodyKnowsAreIgnored() {
        String json =
                POST + ",\"likes\":7,\"tags\":[{\"a\":null}],\"thread\":{\"id\":4946,\"x\":[]}}";

        Handed<Draft.OfPost> handed = read(new ItemReader<>(PostItem::new), bytes(json));

        Draft.OfPost draft = ((Handed.Readable<Draft.OfPost>) handed).draft();
        assertThat(draft.thread().id()).isEqualTo("4946");
        assertThat(draft.author().id()).isEqualTo("8");
    }

    static List<Violation> violations(String json) {
        Handed<Draft.OfPost> handed = read(new ItemReader<>(PostItem::new), bytes(json));
        return handed instanceof Handed.Readable<Draft.OfPost> readable
                ? rejections(new PostRules(NOW).admit(readable.draft()))
                : ((Handed.Unreadable<Draft.OfPost>) handed).violations();
    }
}
