package org.upstander.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.upstander.ingest.http.Limits.NOW;
import static org.upstander.ingest.http.Limits.bytes;
import static org.upstander.ingest.http.Limits.check;
import static org.upstander.ingest.http.Limits.read;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.AttributeScore;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.PostRules;
import org.upstander.ingest.domain.RejectReason;

/**
 * Another classifier's scores on a post: read as they are given, refused by name, limit and fix.
 */
class ImportedScoresTest {
    private static final String POST = PostLimitsTest.POST;
    private static final String SCORES = ",\"attributeScores\":";

    /** JSON; pointer; limit or null; reason; a word of the fix. */
    static Stream<Arguments> scores() {
        return Stream.of(
                arguments(
                        POST + SCORES + "7}",
                        "/attributeScores",
                        null,
                        RejectReason.MALFORMED,
                        "must be an object"),
                arguments(
                        POST + SCORES + "{\"TOXICITY\":0.9}}",
                        "/attributeScores/TOXICITY",
                        null,
                        RejectReason.MALFORMED,
                        "must be an object"),
                arguments(
                        POST + SCORES + "{\"TOXICITY\":{}}}",
                        "/attributeScores/TOXICITY/summaryScore/value",
                        null,
                        RejectReason.MISSING,
                        "{\"summaryScore\":{\"value\":0.9}}"),
                arguments(
                        POST + SCORES + toxicity("\"0.9\""),
                        "/attributeScores/TOXICITY/summaryScore/value",
                        null,
                        RejectReason.MALFORMED,
                        "must be a number"),
                arguments(
                        POST + SCORES + toxicity("1.0001"),
                        "/attributeScores/TOXICITY/summaryScore/value",
                        null,
                        RejectReason.NOT_ALLOWED,
                        "between 0 and 1"),
                arguments(
                        POST + SCORES + toxicity("-1e400"),
                        "/attributeScores/TOXICITY/summaryScore/value",
                        null,
                        RejectReason.NOT_ALLOWED,
                        "between 0 and 1"),
                arguments(
                        POST + SCORES + toxicity("0.9,\"type\":\"PERCENTILE\""),
                        "/attributeScores/TOXICITY/summaryScore/type",
                        null,
                        RejectReason.NOT_ALLOWED,
                        "must be PROBABILITY"),
                arguments(
                        POST + SCORES + "{\"=HYPERLINK()\":{\"summaryScore\":7}}}",
                        "/attributeScores",
                        null,
                        RejectReason.NOT_ALLOWED,
                        "write it as TOXICITY"),
                arguments(
                        POST + SCORES + "{\"you fraud\":{\"summaryScore\":{\"value\":0.9}}}}",
                        "/attributeScores",
                        null,
                        RejectReason.NOT_ALLOWED,
                        "write it as TOXICITY"),
                arguments(
                        POST + SCORES + attributes(21),
                        "/attributeScores",
                        20L,
                        RejectReason.TOO_LARGE,
                        "leave some out"));
    }

    @ParameterizedTest(name = "post {1} {3}")
    @MethodSource("scores")
    void ofScores(String json, String pointer, Long limit, RejectReason reason, String fix) {
        check(PostLimitsTest.violations(json), pointer, limit, reason, fix);
    }

    private static String toxicity(String value) {
        return "{\"TOXICITY\":{\"summaryScore\":{\"value\":" + value + "}}}}";
    }

    private static String attributes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"A" + i + "\":{\"summaryScore\":{\"value\":1}}")
                .collect(Collectors.joining(",", "{", "}}"));
    }

    @Test
    void scoresAreReadAsPerspectiveGivesThem() {
        // Given
        String json =
                POST
                        + SCORES
                        + """
                        {"TOXICITY":{"spanScores":[{"begin":0,"end":1,"score":{"value":0.2,"type":"PROBABILITY"}}],
                         "summaryScore":{"value":0.9,"type":"PROBABILITY"}},
                         "ATTACK_ON_AUTHOR":{"summaryScore":{"value":1}}},"languages":["en"]}""";
        // When
        Handed<Draft.OfPost> handed = read(new ItemReader<>(PostItem::new), bytes(json));
        // Then
        Draft.OfPost draft = ((Handed.Readable<Draft.OfPost>) handed).draft();
        assertThat(draft.attributeScores())
                .containsExactly(
                        new AttributeScore("TOXICITY", 0.9, "PROBABILITY"),
                        new AttributeScore("ATTACK_ON_AUTHOR", 1.0, null));
        assertThat(new PostRules(NOW).admit(draft)).isInstanceOf(Admission.Accepted.class);
    }

    @Test
    void twentyScoresAreTakenAndNullMeansNone() {
        String none = POST + SCORES + "null}";

        assertThat(admission(POST + SCORES + attributes(20)))
                .isInstanceOf(Admission.Accepted.class);
        assertThat(admission(none)).isInstanceOf(Admission.Accepted.class);
    }

    private static Admission<Post> admission(String json) {
        Handed<Draft.OfPost> handed = read(new ItemReader<>(PostItem::new), bytes(json));
        return new PostRules(NOW).admit(((Handed.Readable<Draft.OfPost>) handed).draft());
    }
}
