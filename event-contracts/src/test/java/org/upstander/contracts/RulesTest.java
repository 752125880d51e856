package org.upstander.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.contracts.v1.Author;
import org.upstander.contracts.v1.PostEvent;

/** Rules between fields, limits, and what must never travel. */
class RulesTest {

    private static final int KAFKA_MAX_REQUEST_SIZE = 1_048_576;

    /** Type; sample; JSON pointer of the field; its new value as JSON, or nothing to remove it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    post         | first-seen           | /postId              | "B1205F5ECBBAAEFEC526CF0CDA2A55E1"
                    post         | first-seen           | /createdAt           | 1763899200
                    post         | first-seen           | /createdAt           | "2026-11-23T12:00:00+01:00"
                    post         | first-seen           | /createdAt           | "yesterday Z"
                    post         | first-seen           | /url                 | "javascript:alert(1)"
                    post         | first-seen           | /text                | "nul \\u0000"
                    post         | first-seen           | /author/handle       | "@heath"
                    post         | first-seen           | /author              |
                    post         | first-seen           | /author              | {"displayName":"Heath"}
                    post         | first-seen           | /replyTo             | {}
                    post         | first-seen           | /html                | null
                    post         | first-seen           | /visibility          | "secret"
                    post         | first-seen           | /language            | "not a language"
                    post         | deleted              | /text                | "still here"
                    post         | imported-scores      | /attributeScores     | {"TOXICITY":0.9}
                    post         | imported-scores      | /attributeScores     | [{"name":"TOXICITY"}]
                    post         | imported-scores      | /attributeScores     | [{"name":"TOXICITY","score":1.01}]
                    post         | imported-scores      | /attributeScores     | [{"name":"TOXICITY","score":-0.01}]
                    post         | imported-scores      | /attributeScores     | [{"name":"toxicity","score":0.9}]
                    post         | quoting              | /quotes              | [{"start":0,"end":4}]
                    post         | quoting              | /quotes/0/start      | -1
                    post         | quoting              | /quotes/0/end        | 0
                    post         | by-a-bot             | /author/bot          | "yes"
                    post         | by-staff             | /author/staff        | 1
                    signal       | ban                  | /action              |
                    signal       | ban                  | /kind                | "call"
                    signal       | contact-attempt      | /kind                |
                    signal       | contact-attempt      | /action              | "ban"
                    signal       | contact-attempt      | /externalId          | "25862"
                    signal       | ban                  | /postId              | "b1205f5ecbbaaefec526cf0cda2a55e1"
                    signal       | amplification        | /externalId          |
                    signal       | amplification        | /postId              |
                    signal       | amplification        | /source              |
                    signal       | amplification        | /action              | "ban"
                    signal       | amplification        | /note                | "look at this"
                    signal       | member-joined        | /source              |
                    signal       | member-joined        | /inviteHash          | "https://forum.example.org/invites/5d8c"
                    signal       | member-joined        | /staff               | "cm-07"
                    signal       | member-joined        | /postId              | "b1205f5ecbbaaefec526cf0cda2a55e1"
                    signal       | ban                  | /inviteHash          | "b5f39b08d98547acab15b60a3f1fd936"
                    roster-entry | full                 | /protectedIdentifiers/0/hash | "+1 202 555-0142"
                    roster-entry | full                 | /protectedIdentifiers/0/kind | "passport"
                    roster-entry | own-threshold        | /attackThreshold     | 0.01
                    roster-entry | own-threshold        | /attackThreshold     | 1
                    assessment   | attack               | /text                |
                    assessment   | attack               | /severity            | 0
                    assessment   | attack               | /severity            | 5
                    assessment   | attack               | /score               | 1.01
                    assessment   | attack               | /spam                | true
                    assessment   | attack               | /evidence/0/start    | -1
                    assessment   | criticism            | /text                | "the text stays at home"
                    assessment   | criticism            | /severity            | 1
                    assessment   | shadow-disagrees     | /text                | "the shadow carries no text"
                    assessment   | shadow-disagrees     | /shadow              | "perhaps"
                    assessment   | criticism            | /categories          | [{"name":"insult","score":0.2}]
                    assessment   | protected-identifier | /binding/text        | "+1 (202) 555.0142"
                    incident     | opened               | /severity            | 0
                    incident     | opened               | /postCount           | 0
                    incident     | opened               | /categories          | ["insult","insult"]
                    token        | feed-writer          | /hash                | "the-token-itself"
                    token        | feed-writer          | /scopes              | []
                    token        | feed-writer          | /scopes              | ["root"]
                    thresholds   | minimal              | /attack              | 0
                    thresholds   | minimal              | /severity/four       | 1
                    thresholds   | with-shadow          | /shadow/juniorAttack | 0.995
                    thresholds   | with-shadow          | /shadow/severity     |
                    source       | blind                | /cause               |
                    source       | blind                | /cause               | "bored"
                    source       | blind                | /state               | "sees"
                    source       | blind                | /state               | "dozes"
                    source       | minimal-sees         | /since               |
                    source       | paused               | /platform            | ""
                    """)
    void isRefused(String type, String sample, String pointer, String value) {
        // Given
        Contract contract = Contract.named(type);
        ObjectNode instance = (ObjectNode) Json.tree(contract.sample(sample + ".json").text());
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) instance.at(pointer.substring(0, slash));

        // When
        if (value == null) {
            parent.remove(pointer.substring(slash + 1));
        } else {
            parent.set(pointer.substring(slash + 1), Json.tree(value));
        }

        // Then
        assertThat(Json.complaints(contract, instance.toString())).isNotEmpty();
    }

    static Iterable<Contract.Sample> assessments() {
        return Contract.named("assessment").samples();
    }

    @ParameterizedTest
    @MethodSource("assessments")
    void offsetsAreUtf16CodeUnitsOfTheText(Contract.Sample sample) {
        AssessmentEvent event = (AssessmentEvent) Json.decode(sample.contract(), sample.text());

        assertThat(event.binding().start()).isLessThan(event.binding().end());
        if (event.text() != null && event.binding().text() != null) {
            assertThat(event.text().substring(event.binding().start(), event.binding().end()))
                    .isEqualTo(event.binding().text());
        }
        for (AssessmentEvent.Evidence part : event.evidence()) {
            assertThat(event.text().substring(part.start(), part.end())).isNotBlank();
        }
    }

    @Test
    void evidenceBehindAnEmojiIsNotShifted() {
        // Given
        Contract contract = Contract.named("assessment");
        String json = contract.sample("attack-behind-emoji.json").text();

        // When
        AssessmentEvent event = (AssessmentEvent) Json.decode(contract, json);

        // Then
        AssessmentEvent.Evidence part = event.evidence().get(0);
        assertThat(event.text().substring(part.start(), part.end()))
                .isEqualTo("you spiteful little fraud");
    }

    /** Every character escaped to six bytes: the worst that JSON makes of the limits. */
    @Test
    void theLargestPostFitsIntoAKafkaRecordOfDefaultSize() {
        // Given
        Author author = new Author(worst(256), worst(256), worst(256), false, false);
        PostEvent post =
                new PostEvent(
                        "0".repeat(32),
                        "0".repeat(16),
                        worst(64),
                        worst(512),
                        author,
                        new PostEvent.Thread(worst(512), worst(1024)),
                        new PostEvent.ReplyTo(worst(512), author, worst(1000)),
                        worst(65_536),
                        worst(65_536),
                        true,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        false,
                        "https://example.org/" + worst(2048 - 20),
                        "en",
                        "private-consented",
                        Collections.nCopies(
                                20, new PostEvent.AttributeScore("A".repeat(64), 1 / 3.0)),
                        Collections.nCopies(
                                20, new PostEvent.Quote(65_535, 65_536, "0".repeat(32))));

        // When
        String json = Json.encode(post);

        // Then
        assertThat(Json.complaints(Contract.named("post"), json)).isEmpty();
        assertThat(json.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(KAFKA_MAX_REQUEST_SIZE * 4 / 5);
    }

    @Test
    void theRosterHasNoRoomForContactDataOrClearIdentifiers() {
        JsonNode roster = Json.tree(Contract.read(Contract.named("roster-entry").schema()));

        assertThat(roster.at("/$defs/protectedIdentifier/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("kind", "hash");
        assertThat(Fields.ofRecord(Contract.named("roster-entry")).keySet())
                .noneMatch(field -> field.matches("(?i).*(contact|phone|mail|address|escalat).*"));
    }

    @Test
    void anIncidentEventHasNoRoomForTextOrAuthors() {
        assertThat(Fields.ofRecord(Contract.named("incident")).keySet())
                .noneMatch(field -> field.matches("(?i).*\\.(text|authors?|url|evidence)(\\..*)?"));
    }

    @Test
    void aSourceEventHasNoRoomForPostsOrPeople() {
        assertThat(Fields.ofRecord(Contract.named("source")).keySet())
                .containsExactlyInAnyOrder(
                        "source.sourceId",
                        "source.displayName",
                        "source.platform",
                        "source.state",
                        "source.cause",
                        "source.since",
                        "source.at");
    }

    private static String worst(int length) {
        return "\u0001".repeat(length);
    }
}
