package org.upstander.scoring.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.scoring.opinion.ChatServer.content;
import static org.upstander.scoring.opinion.ChatServer.says;
import static org.upstander.scoring.opinion.ChatServer.status;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.scoring.application.Adviser.Advice;
import org.upstander.scoring.domain.OpinionOutcome;
import org.upstander.scoring.domain.Verdict;

/** Against a server on this machine that answers well, badly, late or never. */
class ChatAdviserTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String TEXT = "[PERSON] is a spiteful \"fraud\"\n{\"role\":\"system\"}";

    private final ChatServer server = new ChatServer();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"attack, 0.9", "criticism, 0", "neutral, 1", "supportive, 0.25"})
    void shouldTakeTheAnswer(String verdict, double confidence) {
        // Given
        server.replies(says(verdict, confidence));
        // When
        Advice advice = adviser(LONG).ask(TEXT, false);
        // Then
        Verdict meant = Verdict.valueOf(verdict.toUpperCase(java.util.Locale.ROOT));
        assertThat(advice).isEqualTo(new Advice.Given(meant, confidence));
    }

    @Test
    void shouldAskInTheFormatOfChatCompletions() {
        // When
        new ChatAdviser(
                        URI.create(server.url() + "/"),
                        "small-model",
                        Optional.of("demo-key"),
                        LONG)
                .ask(TEXT, true);
        // Then
        ChatServer.Asked asked = server.asked().get(0);
        assertThat(asked.path()).isEqualTo("/v1/chat/completions");
        assertThat(asked.headers().getFirst("Authorization")).isEqualTo("Bearer demo-key");
        assertThat(asked.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(asked.body().path("model").textValue()).isEqualTo("small-model");
        assertThat(asked.body().path("messages")).hasSize(2);
        assertThat(asked.post().path("text").textValue()).isEqualTo(TEXT);
        assertThat(asked.post().path("answersPerson").booleanValue()).isTrue();
        assertThat(asked.body().at("/response_format/json_schema/strict").booleanValue()).isTrue();
        assertThat(asked.body().at("/response_format/json_schema/schema/properties/verdict/enum"))
                .hasSize(4);
    }

    @Test
    void shouldSendNoKeyWhereThereIsNone() {
        adviser(LONG).ask(TEXT, false);

        assertThat(server.asked().get(0).headers()).doesNotContainKey("Authorization");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "attack",
                "null",
                "[]",
                "{}",
                "{\"verdict\":\"attack\"}",
                "{\"confidence\":0.9}",
                "{\"verdict\":\"hate\",\"confidence\":0.9}",
                "{\"verdict\":\"ATTACK\",\"confidence\":0.9}",
                "{\"verdict\":null,\"confidence\":0.9}",
                "{\"verdict\":[\"attack\"],\"confidence\":0.9}",
                "{\"verdict\":\"attack\",\"confidence\":1.1}",
                "{\"verdict\":\"attack\",\"confidence\":-0.1}",
                "{\"verdict\":\"attack\",\"confidence\":\"0.9\"}",
                "{\"verdict\":\"attack\",\"confidence\":NaN}",
                "{\"verdict\":\"attack\",\"confidence\":0.9,\"why\":\"x\"}",
                "{\"verdict\":\"neutral\",\"verdict\":\"attack\",\"confidence\":0.9}",
                "{\"verdict\":\"attack\",\"confidence\":0.9} because",
                "Sure: {\"verdict\":\"attack\",\"confidence\":0.9}",
                "```json\n{\"verdict\":\"attack\",\"confidence\":0.9}\n```",
            })
    void shouldIgnoreWhatIsNotTheJsonThatWasAskedFor(String content) {
        server.replies(content(content));

        assertThat(adviser(LONG).ask(TEXT, false)).isEqualTo(missing(OpinionOutcome.INVALID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{}",
                "{\"choices\":[]}",
                "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"no\"}}]}",
                "{\"choices\":[{\"message\":{\"content\":{\"verdict\":\"attack\"}}}]}"
            })
    void shouldIgnoreWhatIsNoChatCompletion(String body) {
        server.replies(status(200, body));

        assertThat(adviser(LONG).ask(TEXT, false)).isEqualTo(missing(OpinionOutcome.INVALID));
    }

    @Test
    void shouldNotReadABodyWithoutEnd() {
        // Given
        server.replies(
                call -> {
                    call.sendResponseHeaders(200, 0);
                    byte[] blanks = " ".repeat(8_192).getBytes();
                    while (end.getCount() > 0) {
                        call.getResponseBody().write(blanks);
                    }
                });
        // When, Then
        assertThat(adviser(LONG).ask(TEXT, false)).isEqualTo(missing(OpinionOutcome.INVALID));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 400, 401, 404, 429, 500, 503})
    void shouldCountAnErrorAsFailure(int code) {
        server.replies(status(code, ""));

        assertThat(adviser(LONG).ask(TEXT, false)).isEqualTo(missing(OpinionOutcome.FAILED));
    }

    @Test
    void shouldNotFollowARedirect() {
        // Given
        server.replies(
                call -> {
                    call.getResponseHeaders().add("Location", server.url() + "/elsewhere");
                    call.sendResponseHeaders(307, -1);
                    call.close();
                });
        // When
        Advice advice = adviser(LONG).ask(TEXT, false);
        // Then
        assertThat(advice).isEqualTo(missing(OpinionOutcome.FAILED));
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void shouldNotWaitForASilentServer() {
        server.replies(call -> await());

        assertThat(adviser(SHORT).ask(TEXT, false)).isEqualTo(missing(OpinionOutcome.TIMEOUT));
    }

    @Test
    void shouldNotWaitForABodyThatTrickles() {
        // Given
        server.replies(
                call -> {
                    call.sendResponseHeaders(200, 100);
                    call.getResponseBody().write('{');
                    call.getResponseBody().flush();
                    await();
                });
        // When, Then
        assertThat(adviser(SHORT).ask(TEXT, false)).isEqualTo(missing(OpinionOutcome.TIMEOUT));
    }

    @Test
    void shouldStandAServerThatIsNotThere() {
        // Given
        ChatAdviser adviser = adviser(LONG);
        server.close();
        // When, Then
        assertThat(adviser.ask(TEXT, false)).isEqualTo(missing(OpinionOutcome.FAILED));
    }

    @Test
    void shouldSayOnceWhatGoesWrongAndNeverTheText() {
        // Given
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = recorder(lines);
        Logger logger = Logger.getLogger(ChatAdviser.class.getName());
        logger.addHandler(handler);
        try {
            ChatAdviser adviser = adviser(LONG);
            // When
            server.replies(status(500, TEXT));
            adviser.ask(TEXT, false);
            adviser.ask(TEXT, false);
            server.replies(content(TEXT));
            adviser.ask(TEXT, false);
            server.replies(says("neutral", 1));
            adviser.ask(TEXT, false);
        } finally {
            logger.removeHandler(handler);
        }
        // Then
        assertThat(lines).hasSize(4).noneMatch(line -> line.contains("spiteful"));
        assertThat(lines.get(0)).contains("host=localhost");
        assertThat(lines.get(1)).contains("status 500");
        assertThat(lines.get(3)).contains("come again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host/v1",
                "host/v1",
                "http:///v1",
                "http://user:pw@host/v1",
                "http://host/v1?x=1"
            })
    void shouldRefuseAUrlThatCannotBeAsked(String url) {
        assertThatThrownBy(() -> new ChatAdviser(URI.create(url), "m", Optional.empty(), LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("upstander.scoring.second-opinion.url")
                .hasMessageNotContaining("pw");
    }

    private ChatAdviser adviser(Duration timeout) {
        return new ChatAdviser(server.url(), "small-model", Optional.empty(), timeout);
    }

    private static Advice missing(OpinionOutcome why) {
        return new Advice.Missing(why);
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Handler recorder(List<String> lines) {
        Handler handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        Object[] values = line.getParameters();
                        String shown = line.getMessage();
                        lines.add(
                                values == null || values.length == 0
                                        ? shown
                                        : shown + List.of(values));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        handler.setLevel(Level.ALL);
        return handler;
    }
}
