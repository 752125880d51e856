package org.upstander.scoring.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.upstander.scoring.application.PipelineMetrics;
import org.upstander.scoring.application.RefusalReason;
import org.upstander.scoring.application.ScoringMetrics;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Disagreement;
import org.upstander.scoring.domain.OpinionOutcome;
import org.upstander.scoring.domain.Verdict;

/** Both metrics ports on Micrometer. Every series is there from the start, at zero. */
@Singleton
class MicrometerMetrics implements ScoringMetrics, PipelineMetrics {
    private static final String PREFIX = "upstander.scoring.";
    private static final int SEVEREST = 4;

    private final Counter posts;
    private final Counter spam;
    private final Counter ambiguous;
    private final Map<Verdict, Counter> assessments;
    private final Map<BindingKind, Counter> mentions;
    private final Map<OpinionOutcome, Counter> opinions;
    private final Counter[] attacks = new Counter[SEVEREST + 1];
    private final DistributionSummary batches;
    private final Timer batchTime;
    private final Counter retries;
    private final Map<RefusalReason, Counter> setAside;
    private final Timer compilations;
    private final Map<Disagreement, Counter> disagreements;
    private final Counter unreadableEntries;
    private final Counter unreadableThresholds;
    private final Map<Integer, Long> lags = new ConcurrentHashMap<>();

    MicrometerMetrics(MeterRegistry registry) {
        posts = counter(registry, "posts", "posts scored, on Kafka and on HTTP");
        spam = counter(registry, "posts.spam", "posts scored that are spam");
        ambiguous =
                counter(registry, "ambiguous.names", "names that may mean any of several people");
        assessments = counters(registry, Verdict.class, "assessments", "verdict", Verdict::wire);
        mentions = counters(registry, BindingKind.class, "mentions", "how", BindingKind::wire);
        opinions =
                counters(
                        registry,
                        OpinionOutcome.class,
                        "second.opinion",
                        "outcome",
                        OpinionOutcome::wire);
        for (int severity = 0; severity <= SEVEREST; severity++) {
            attacks[severity] =
                    Counter.builder(PREFIX + "attacks")
                            .description("attacks by severity")
                            .tag("severity", Integer.toString(severity))
                            .register(registry);
        }
        batches =
                DistributionSummary.builder(PREFIX + "batch.records")
                        .description("records of one batch from Kafka")
                        .register(registry);
        batchTime =
                Timer.builder(PREFIX + "batch")
                        .description("a batch from read to acknowledged")
                        .register(registry);
        retries = counter(registry, "retries", "consumers that failed and began again");
        setAside =
                counters(
                        registry,
                        RefusalReason.class,
                        "dead.letters",
                        "reason",
                        RefusalReason::wire);
        disagreements =
                counters(
                        registry,
                        Disagreement.class,
                        "shadow.disagreements",
                        "kind",
                        Disagreement::wire);
        compilations =
                Timer.builder(PREFIX + "roster.compilation")
                        .description("compiling a changed roster")
                        .register(registry);
        unreadableEntries =
                counter(registry, "roster.unreadable", "roster entries that could not be read");
        unreadableThresholds =
                counter(registry, "thresholds.unreadable", "thresholds that could not be read");
        Gauge.builder(
                        PREFIX + "lag.records",
                        this,
                        m -> m.lags.values().stream().mapToLong(l -> l).sum())
                .description("posts that wait on the topic for this instance")
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(PREFIX + name).description(description).register(registry);
    }

    private static <E extends Enum<E>> Map<E, Counter> counters(
            MeterRegistry registry,
            Class<E> words,
            String name,
            String tag,
            Function<E, String> wire) {
        Map<E, Counter> counters = new EnumMap<>(words);
        for (E word : words.getEnumConstants()) {
            counters.put(
                    word,
                    Counter.builder(PREFIX + name)
                            .description(name + " by " + tag)
                            .tag(tag, wire.apply(word))
                            .register(registry));
        }
        return counters;
    }

    @Override
    public void scored(boolean isSpam, int staffMeant) {
        posts.increment();
        if (isSpam) {
            spam.increment();
        }
    }

    @Override
    public void ambiguous(int names) {
        ambiguous.increment(names);
    }

    @Override
    public void assessed(Verdict verdict, int severity, BindingKind how) {
        assessments.get(verdict).increment();
        mentions.get(how).increment();
        if (verdict == Verdict.ATTACK) {
            attacks[Math.max(0, Math.min(SEVEREST, severity))].increment();
        }
    }

    @Override
    public void secondOpinion(OpinionOutcome outcome) {
        opinions.get(outcome).increment();
    }

    @Override
    public void disagreed(Disagreement kind) {
        disagreements.get(kind).increment();
    }

    @Override
    public void batch(int records, Duration took) {
        batches.record(records);
        batchTime.record(took);
    }

    @Override
    public void lag(int line, long records) {
        lags.put(line, records);
    }

    @Override
    public void retried() {
        retries.increment();
    }

    @Override
    public void setAside(RefusalReason why) {
        setAside.get(why).increment();
    }

    @Override
    public void rosterCompiled(Duration took) {
        compilations.record(took);
    }

    @Override
    public void rosterEntryUnreadable() {
        unreadableEntries.increment();
    }

    @Override
    public void thresholdsUnreadable() {
        unreadableThresholds.increment();
    }
}
