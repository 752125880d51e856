package org.upstander.ingest.application.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.domain.Needs;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

/** Asking never breaks off: what went wrong is an answer, too. */
class PollersTest {

    private static final Polled ANSWER =
            new Polled.Failed(PollFailure.RATE_LIMITED, Optional.empty());

    @Test
    void whoIsAskedAnswers() throws Exception {
        assertThat(asked(() -> CompletableFuture.completedFuture(ANSWER), "12345678"))
                .isEqualTo(ANSWER);
    }

    @Test
    void secretsThatCannotBeOpenedAnyMoreAreARefusal() throws Exception {
        assertThat(why(asked(() -> CompletableFuture.completedFuture(ANSWER))))
                .isEqualTo(PollFailure.REFUSED);
    }

    @Test
    void anAnswerThatWeStumbleOverIsAFault() throws Exception {
        assertThat(
                        why(
                                asked(
                                        () -> {
                                            throw new IllegalStateException();
                                        },
                                        "12345678")))
                .isEqualTo(PollFailure.FAULT);
        assertThat(
                        why(
                                asked(
                                        () ->
                                                CompletableFuture.failedFuture(
                                                        new StackOverflowError()),
                                        "12345678")))
                .isEqualTo(PollFailure.FAULT);
    }

    @Test
    void othersAreNotAsked() {
        assertThat(new Pollers(List.of()).ask(source(), "")).isEmpty();
    }

    private static PollFailure why(Polled polled) {
        return ((Polled.Failed) polled).why();
    }

    private static Polled asked(Supplier<CompletionStage<Polled>> answer, String... secrets)
            throws Exception {
        Poller poller =
                new Poller() {
                    @Override
                    public String type() {
                        return "place";
                    }

                    @Override
                    public Needs needs() {
                        return new Needs(Needs.Secret.REQUIRED, true);
                    }

                    @Override
                    public CompletionStage<Polled> poll(Source source, String cursor) {
                        return answer.get();
                    }
                };
        return new Pollers(List.of(poller))
                .ask(source(secrets), "")
                .orElseThrow()
                .toCompletableFuture()
                .get();
    }

    private static Source source(String... secrets) {
        return new Source(
                "s-1",
                "place",
                "Place",
                "place",
                "https://example.org",
                List.of(secrets),
                null,
                null,
                SourceSettings.NONE,
                false);
    }
}
