package org.upstander.ingest.application.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.domain.Source;

/** Tells others when what is seen of a source changes: once for a change, by one instance. */
@ApplicationScoped
public class TellSights {

    /** Longer than any write takes. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final SourceSights sights;
    private final ToldStore store;
    private final SourceLog log;
    private final TellRules rules;
    private final Clock clock;

    TellSights(SourceSights sights, ToldStore store, SourceLog log, TellRules rules, Clock clock) {
        this.sights = sights;
        this.store = store;
        this.log = log;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Looks at all sources anew, and notes what changed. What was noted is read first: whoever saw
     * an older state than that notes nothing.
     */
    public CompletionStage<Void> look() {
        return store.all()
                .thenCompose(before -> sights.refresh().thenCompose(seen -> note(before)));
    }

    private CompletionStage<Void> note(Map<String, Told> before) {
        Instant now = clock.instant();
        CompletionStage<Void> noted = store.noteGone(now.truncatedTo(ChronoUnit.MICROS));
        for (Map.Entry<Source, Sight> seen : sights.all().entrySet()) {
            Optional<Told> known = Optional.ofNullable(before.get(seen.getKey().id()));
            Optional<Told> news = rules.news(seen.getKey(), seen.getValue(), known, now);
            if (news.isPresent()) {
                noted = noted.thenCompose(next -> store.note(news.get(), known));
            }
        }
        return noted;
    }

    /**
     * Writes what was noted.
     *
     * @return fails with {@link org.upstander.ingest.application.LogUnavailable} while Kafka is
     *     away; what is untold then is told later
     */
    public CompletionStage<Void> tell() {
        Instant until = clock.instant().plus(LEASE);
        return store.claim(clock.instant(), until).thenCompose(claimed -> tell(claimed, until));
    }

    private CompletionStage<Void> tell(List<Told> claimed, Instant until) {
        // Whoever stood still meanwhile holds what others have taken since.
        if (claimed.isEmpty() || !clock.instant().isBefore(until)) {
            return CompletableFuture.completedFuture(null);
        }
        Told first = claimed.get(0);
        return log.append(first)
                .handle((written, failure) -> failure)
                .thenCompose(
                        failure ->
                                failure == null
                                        ? store.told(first)
                                                .thenCompose(
                                                        done ->
                                                                tell(
                                                                        claimed.subList(
                                                                                1, claimed.size()),
                                                                        until))
                                        : store.giveBack(claimed)
                                                .thenCompose(
                                                        back ->
                                                                CompletableFuture.failedFuture(
                                                                        failure)));
    }
}
