package org.upstander.ingest.http;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.upstander.ingest.http.Limits.NOW;
import static org.upstander.ingest.http.Limits.bytes;
import static org.upstander.ingest.http.Limits.check;
import static org.upstander.ingest.http.Limits.read;
import static org.upstander.ingest.http.Limits.rejections;
import static org.upstander.ingest.http.Limits.string;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.SignalRules;
import org.upstander.ingest.domain.Violation;

/** Each violation names the field, the limit where there is one, and the fix. */
class SignalLimitsTest {

    private static final String BOOST =
            "{\"type\":\"amplification\",\"source\":\"fediverse\",\"externalId\":\"7\","
                    + "\"author\":{\"id\":\"8\"},\"at\":\"2026-11-23T12:00:00Z\"";
    private static final String JOIN =
            "{\"type\":\"member-joined\",\"source\":\"forum\",\"author\":{\"id\":\"91\"},\"at\":\"2026-11-23T12:00:00Z\"";
    private static final String SIGNAL =
            "{\"type\":\"contact-attempt\",\"kind\":\"call\",\"author\":{\"id\":\"8\"},"
                    + "\"at\":\"2026-11-23T12:00:00Z\"";

    /** JSON; pointer; limit or null; reason; a word of the fix. */
    static Stream<Arguments> signals() {
        return Stream.of(
                arguments("{}", "/type", null, RejectReason.MISSING, "moderation-action"),
                arguments(
                        "{\"type\":\"rumour\"}",
                        "/type",
                        null,
                        RejectReason.NOT_ALLOWED,
                        "contact-attempt"),
                arguments(
                        SIGNAL.replace("call", "carrier-pigeon") + "}",
                        "/kind",
                        null,
                        RejectReason.NOT_ALLOWED,
                        "in-person"),
                arguments(
                        SIGNAL + ",\"action\":\"ban\"}",
                        "/action",
                        null,
                        RejectReason.NOT_ALLOWED,
                        "leave it out"),
                arguments(
                        SIGNAL.replace("contact-attempt", "moderation-action") + "}",
                        "/action",
                        null,
                        RejectReason.MISSING,
                        "reject-entry"),
                arguments(
                        SIGNAL + ",\"account\":\"secret\"}",
                        "/account",
                        null,
                        RejectReason.NOT_ALLOWED,
                        "professional"),
                arguments(
                        SIGNAL + ",\"staff\":" + string(129) + "}",
                        "/staff",
                        128L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                arguments(
                        SIGNAL + ",\"by\":" + string(129) + "}",
                        "/by",
                        128L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                arguments(
                        SIGNAL + ",\"source\":" + string(65) + "}",
                        "/source",
                        64L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                arguments(
                        SIGNAL + ",\"note\":" + string(4001) + "}",
                        "/note",
                        4000L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                arguments(
                        SIGNAL.replace("\"at\"", "\"when\"") + "}",
                        "/at",
                        null,
                        RejectReason.MISSING,
                        "say when"),
                arguments(
                        SIGNAL.replace("\"author\"", "\"who\"") + "}",
                        "/author",
                        null,
                        RejectReason.MISSING,
                        "say who"));
    }

    /** JSON; pointer; limit or null; reason; a word of the fix. */
    static Stream<Arguments> amplifications() {
        return Stream.of(
                missing(BOOST.replace("\"externalId\":\"7\",", ""), "/externalId", "own id"),
                missing(BOOST.replace("\"7\"", "\" \""), "/externalId", "own id"),
                missing(BOOST.replace("\"source\":\"fediverse\",", ""), "/source", "platform"),
                missing(BOOST.replace("\"author\":{\"id\":\"8\"},", ""), "/author", "who"),
                missing(BOOST.replace(",\"at\":\"2026-11-23T12:00:00Z\"", ""), "/at", "when"),
                arguments(
                        BOOST.replace("\"7\"", string(513)) + "}",
                        "/externalId",
                        512L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                superfluous(BOOST, "action", "ban"),
                superfluous(BOOST, "kind", "call"),
                superfluous(BOOST, "account", "personal"),
                superfluous(BOOST, "by", "cm-07"),
                superfluous(BOOST, "staff", "cm-07"),
                superfluous(BOOST, "note", "look"));
    }

    /** JSON; pointer; limit or null; reason; a word of the fix. */
    static Stream<Arguments> joins() {
        return Stream.of(
                missing(JOIN.replace("\"source\":\"forum\",", ""), "/source", "platform"),
                missing(JOIN.replace("\"author\":{\"id\":\"91\"},", ""), "/author", "who"),
                missing(JOIN.replace(",\"at\":\"2026-11-23T12:00:00Z\"", ""), "/at", "when"),
                arguments(
                        JOIN + ",\"invite\":" + string(257) + "}",
                        "/invite",
                        256L,
                        RejectReason.TOO_LARGE,
                        "shorten"),
                superfluous(JOIN, "action", "ban"),
                superfluous(JOIN, "kind", "call"),
                superfluous(JOIN, "account", "personal"),
                superfluous(JOIN, "by", "cm-07"),
                superfluous(JOIN, "staff", "cm-07"),
                superfluous(JOIN, "note", "look"));
    }

    private static Arguments missing(String json, String pointer, String fix) {
        return arguments(json + "}", pointer, null, RejectReason.MISSING, fix);
    }

    private static Arguments superfluous(String json, String field, String value) {
        return arguments(
                json + ",\"" + field + "\":\"" + value + "\"}",
                "/" + field,
                null,
                RejectReason.NOT_ALLOWED,
                "leave it out");
    }

    @ParameterizedTest(name = "signal {1} {3}")
    @MethodSource({"signals", "amplifications", "joins"})
    void ofSignals(String json, String pointer, Long limit, RejectReason reason, String fix) {
        Handed<Draft.OfSignal> handed = read(new ItemReader<>(SignalItem::new), bytes(json));
        List<Violation> violations =
                handed instanceof Handed.Readable<Draft.OfSignal> readable
                        ? rejections(new SignalRules(NOW).admit(readable.draft()))
                        : ((Handed.Unreadable<Draft.OfSignal>) handed).violations();

        check(violations, pointer, limit, reason, fix);
    }
}
