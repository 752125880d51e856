package org.upstander.ingest.application.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.source.KnownSourcesOf;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Needs;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

/** Turns that bring nothing. */
class RunPollsTest {

    private static final Instant FIRST = Instant.parse("2026-03-03T06:33:26Z");

    private final List<Instant> failing = new ArrayList<>();
    private PollStore.Turn turn = new PollStore.Turn("s-1", "", 0);
    private Instant now = FIRST;
    private Polled polled = failed();
    private final RunPolls polls =
            new RunPolls(
                    new OneTurn(),
                    new Pollers(List.of(new Place())),
                    KnownSourcesOf.these(source()),
                    new TakeAnswer(null, null, null, null) {
                        @Override
                        CompletionStage<List<Admission<Post>>> take(
                                Source source, Polled.Answered answer) {
                            return CompletableFuture.completedFuture(List.of());
                        }

                        @Override
                        Optional<Duration> pause(Source source) {
                            return Optional.empty();
                        }
                    },
                    new Watch(),
                    new Moving());

    @Test
    void failuresInARowAreSinceTheFirstOfThem() {
        ask(FIRST);
        ask(FIRST.plusSeconds(60));
        ask(FIRST.plusSeconds(180));
        assertThat(failing).containsExactly(FIRST, FIRST, FIRST);
        assertThat(turn.failures()).isEqualTo(3);
    }

    @Test
    void anAnswerEndsThem() {
        ask(FIRST);
        polled = new Polled.Answered(List.of(), "", false, Duration.ZERO);
        ask(FIRST.plusSeconds(60));
        polled = failed();
        ask(FIRST.plusSeconds(120));
        assertThat(failing).containsExactly(FIRST, FIRST.plusSeconds(120));
    }

    @Test
    void whatWasPutAnewBeginsAnew() {
        ask(FIRST);
        turn = new PollStore.Turn("s-1", "", 0, turn.failingSince());
        ask(FIRST.plusSeconds(60));
        assertThat(failing).containsExactly(FIRST, FIRST.plusSeconds(60));
    }

    private void ask(Instant at) {
        now = at;
        assertThat(polls.next("worker").toCompletableFuture()).isCompletedWithValue(true);
    }

    private static Polled failed() {
        return new Polled.Failed(PollFailure.TIMEOUT, Optional.empty());
    }

    private static Source source() {
        return new Source(
                "s-1",
                "place",
                "Place",
                "place",
                "https://example.org",
                List.of(),
                null,
                null,
                SourceSettings.NONE,
                false);
    }

    private final class OneTurn implements PollStore {

        @Override
        public CompletionStage<Optional<Turn>> claim(
                Collection<String> types, boolean alone, String worker, Instant at, Instant until) {
            return CompletableFuture.completedFuture(Optional.of(turn));
        }

        @Override
        public CompletionStage<Boolean> keep(Turn kept, String worker, Instant next) {
            turn = kept;
            return CompletableFuture.completedFuture(true);
        }
    }

    private final class Place implements Poller {

        @Override
        public String type() {
            return "place";
        }

        @Override
        public Needs needs() {
            return Needs.AN_ADDRESS;
        }

        @Override
        public CompletionStage<Polled> poll(Source source, String cursor) {
            return CompletableFuture.completedFuture(polled);
        }
    }

    private final class Watch implements PollWatch {

        @Override
        public void answered(Source source, List<Admission<Post>> posts, Instant at) {}

        @Override
        public void lost(Source source, Instant since) {}

        @Override
        public void failed(Source source, PollFailure why, int failures, Instant since) {
            failing.add(since);
        }
    }

    private final class Moving extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
