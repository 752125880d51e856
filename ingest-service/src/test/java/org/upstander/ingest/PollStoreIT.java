package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.ingest.application.poll.PollStore;
import org.upstander.ingest.application.source.SourceStore;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

/**
 * Of several instances exactly one asks. Sources of a type of the test's own, which no timer asks.
 */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class PollStoreIT {

    private static final Instant NOW = Instant.parse("2030-03-03T06:33:26Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Inject PollStore store;
    @Inject SourceStore sources;

    private final String type = "t-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void migrated() {
        // Its tables are there as soon as it is ready.
        Http.as(Http.ADMIN).get("/v1/sources").then().statusCode(200);
    }

    @AfterEach
    void delete() throws Exception {
        for (String id : ids) {
            now(sources.delete(id));
        }
    }

    @Test
    void whoClaimsIsAloneAsLongAsTheLeaseLasts() throws Exception {
        // Given
        put("one", "https://one.example.org/feed");

        // When
        List<CompletableFuture<Optional<PollStore.Turn>>> claims =
                IntStream.range(0, 8)
                        .mapToObj(at -> claim("w" + at, NOW).toCompletableFuture())
                        .toList();

        // Then
        long taken = 0;
        for (CompletableFuture<Optional<PollStore.Turn>> claim : claims) {
            taken += now(claim).isPresent() ? 1 : 0;
        }
        assertThat(taken).isEqualTo(1);
        assertThat(now(claim("late", NOW.plus(LEASE).minusSeconds(1)))).isEmpty();
        assertThat(now(claim("next", NOW.plus(LEASE).plusSeconds(1)))).isPresent();
    }

    @Test
    void whatALostWorkerWritesDoesNotCount() throws Exception {
        put("one", "https://one.example.org/feed");
        PollStore.Turn lost = now(claim("lost", NOW)).orElseThrow();
        Instant later = NOW.plus(LEASE).plusSeconds(1);
        PollStore.Turn mine = now(claim("mine", later)).orElseThrow();
        assertThat(now(store.keep(at(lost, "old"), "lost", later))).isFalse();
        assertThat(now(store.keep(at(mine, "new"), "mine", later))).isTrue();
        assertThat(now(claim("next", later)).orElseThrow().cursor()).isEqualTo("new");
    }

    @Test
    void sinceWhenItFailsIsKept() throws Exception {
        put("one", "https://one.example.org/feed");
        PollStore.Turn first = now(claim("a", NOW)).orElseThrow();
        assertThat(first.failingSince()).isNull();
        now(store.keep(new PollStore.Turn(first.sourceId(), "", 1, NOW), "a", NOW));
        PollStore.Turn second = now(claim("b", NOW.plusSeconds(1))).orElseThrow();
        assertThat(second.failingSince()).isEqualTo(NOW);
        now(store.keep(at(second, "answered"), "b", NOW.plusSeconds(1)));
        assertThat(now(claim("c", NOW.plusSeconds(2))).orElseThrow().failingSince()).isNull();
    }

    @Test
    void oneRequestForEachHost() throws Exception {
        put("one", "https://same.example.org/a");
        put("two", "https://SAME.example.org/b");
        put("three", "https://other.example.org/c");
        Set<String> taken =
                Set.of(
                        now(claim("a", NOW)).orElseThrow().sourceId(),
                        now(claim("b", NOW)).orElseThrow().sourceId());
        assertThat(taken).contains(name("three"));
        assertThat(now(claim("c", NOW))).isEmpty();
    }

    @Test
    void aPausedSourceIsNotAsked() throws Exception {
        put("one", "https://one.example.org/feed");
        now(sources.pause(name("one"), true, NOW.minusSeconds(5)));
        assertThat(now(claim("a", NOW))).isEmpty();
        now(sources.pause(name("one"), false, NOW.minusSeconds(4)));
        assertThat(now(claim("b", NOW))).isPresent();
    }

    @Test
    void whatIsGoneComesBackWhenItIsPutAnew() throws Exception {
        put("one", "https://one.example.org/feed");
        PollStore.Turn turn = now(claim("a", NOW)).orElseThrow();
        now(store.keep(turn, "a", null));
        assertThat(now(claim("b", NOW.plus(Duration.ofDays(9))))).isEmpty();
        now(sources.save(source("one", "https://one.example.org/feed"), NOW.plusSeconds(5)));
        assertThat(now(claim("c", NOW.plusSeconds(6)))).isPresent();
    }

    @Test
    void whatIsPutAnewWhileItIsAskedIsAskedAgain() throws Exception {
        put("one", "https://one.example.org/feed");
        PollStore.Turn turn = now(claim("a", NOW)).orElseThrow();
        now(sources.save(source("one", "https://one.example.org/other"), NOW.plusSeconds(5)));
        now(store.keep(turn, "a", NOW.plus(Duration.ofDays(1))));
        assertThat(now(claim("b", NOW.plusSeconds(10)))).isPresent();
    }

    private CompletionStage<Optional<PollStore.Turn>> claim(String worker, Instant at) {
        return store.claim(Set.of(type), true, worker, at, at.plus(LEASE));
    }

    private static PollStore.Turn at(PollStore.Turn turn, String cursor) {
        return new PollStore.Turn(turn.sourceId(), cursor, 0);
    }

    private void put(String name, String url) throws Exception {
        ids.add(name(name));
        now(sources.save(source(name, url), NOW.minusSeconds(10)));
    }

    private String name(String name) {
        return name + "-" + type;
    }

    private Source source(String name, String url) {
        return new Source(
                name(name),
                type,
                name,
                "blog",
                url,
                List.of(),
                null,
                null,
                SourceSettings.NONE,
                false);
    }

    private static <T> T now(CompletionStage<T> stage)
            throws ExecutionException, InterruptedException {
        Future<T> future = stage.toCompletableFuture();
        return future.get();
    }
}
