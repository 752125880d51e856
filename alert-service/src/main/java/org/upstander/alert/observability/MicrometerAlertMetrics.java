package org.upstander.alert.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.upstander.alert.application.AlertMetrics;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.pattern.PatternCost;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.NotifyReason;
import org.upstander.alert.domain.Verdict;

/** Every combination of tags is there from the start, at zero; tags are words of closed sets. */
@Singleton
class MicrometerAlertMetrics implements AlertMetrics {

    private enum Outcome {
        DELIVERED,
        TRY_AGAIN,
        REFUSED
    }

    /** What patterns may take of an assessment: a bucket ends here. */
    private static final Duration PATTERNS_WANTED = Duration.ofMillis(2);

    private final MeterRegistry registry;
    private final Map<Verdict, Counter> recorded;
    private final Map<NotifyReason, Counter> called;
    private final Map<Channel, Map<Outcome, Timer>> attempts = new EnumMap<>(Channel.class);
    private final Counter duplicates;
    private final Counter opened;
    private final Counter extended;
    private final Counter nobodyCalled;
    private final Counter possibleDuplicates;
    private final Counter outboxSent;
    private final Timer reached;
    private final Timer patterns;
    private final Timer patternsWork;

    MicrometerAlertMetrics(MeterRegistry registry) {
        this.registry = registry;
        recorded = perWord(Verdict.class, "assessments.recorded", "verdict", "assessments kept");
        called = perWord(NotifyReason.class, "contacts", "reason", "contacts called, or why not");
        for (Channel channel : Channel.values()) {
            attempts(channel);
        }
        duplicates = counter("events.duplicate", "events that came again, without effect");
        opened = counter("incidents.opened", "incidents opened");
        extended = counter("incidents.extended", "incidents extended, once per batch");
        nobodyCalled = counter("steps.nobody", "steps of an escalation that reached nobody");
        possibleDuplicates =
                counter("deliveries.possible.duplicate", "attempts repeated after a lost one");
        outboxSent = counter("outbox.sent", "events handed to Kafka");
        reached =
                Timer.builder("upstander.alert.reached")
                        .description("from the opening of an incident to a delivered page")
                        .publishPercentileHistogram()
                        .register(registry);
        patterns = patterns("patterns", "how long patterns held up the recording of an assessment");
        patternsWork =
                patterns(
                        "patterns.work",
                        "how long patterns read and weighed, be it beside another wait");
    }

    @Override
    public void recorded(Verdict verdict) {
        recorded.get(verdict).increment();
    }

    /** Each of them waited for all. */
    @Override
    public void patterns(int assessments, PatternCost cost) {
        for (int i = 0; i < assessments; i++) {
            patterns.record(notNegative(cost.heldUp()));
            patternsWork.record(notNegative(cost.worked()));
        }
    }

    /** The clock of a machine may be set back. */
    private static Duration notNegative(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }

    @Override
    public void duplicates(int events) {
        duplicates.increment(events);
    }

    @Override
    public void deadLetter(String reason) {
        Counter.builder("upstander.alert.events.deadletter")
                .description("records set aside")
                .tag("reason", reason)
                .register(registry)
                .increment();
    }

    @Override
    public void incidentOpened() {
        opened.increment();
    }

    @Override
    public void incidentExtended() {
        extended.increment();
    }

    @Override
    public void called(NotifyReason reason) {
        called.get(reason).increment();
    }

    @Override
    public void nobodyCalled() {
        nobodyCalled.increment();
    }

    @Override
    public void attempt(Channel channel, DeliveryResult result, Duration took) {
        Duration shown = took.isNegative() ? Duration.ZERO : took;
        attempts(channel).get(outcome(result)).record(shown);
    }

    @Override
    public void possibleDuplicate() {
        possibleDuplicates.increment();
    }

    @Override
    public void reached(Duration sinceOpened) {
        reached.record(sinceOpened.isNegative() ? Duration.ZERO : sinceOpened);
    }

    @Override
    public void outboxSent(int events) {
        outboxSent.increment(events);
    }

    private static Outcome outcome(DeliveryResult result) {
        if (result instanceof DeliveryResult.Delivered) {
            return Outcome.DELIVERED;
        }
        return result instanceof DeliveryResult.TryAgain ? Outcome.TRY_AGAIN : Outcome.REFUSED;
    }

    private synchronized Map<Outcome, Timer> attempts(Channel channel) {
        return attempts.computeIfAbsent(
                channel,
                one ->
                        perWord(
                                Outcome.class,
                                outcome ->
                                        Timer.builder("upstander.alert.attempts")
                                                .description("attempts to deliver a message")
                                                .tag("channel", one.wireName())
                                                .tag("outcome", word(outcome))
                                                .register(registry)));
    }

    private Timer patterns(String name, String description) {
        return Timer.builder("upstander.alert." + name)
                .description(description)
                .publishPercentileHistogram()
                .serviceLevelObjectives(PATTERNS_WANTED)
                .minimumExpectedValue(Duration.ofNanos(100_000))
                .maximumExpectedValue(Duration.ofSeconds(1))
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder("upstander.alert." + name)
                .description(description)
                .register(registry);
    }

    private <E extends Enum<E>> Map<E, Counter> perWord(
            Class<E> words, String name, String tag, String description) {
        return perWord(
                words,
                word ->
                        Counter.builder("upstander.alert." + name)
                                .description(description)
                                .tag(tag, word(word))
                                .register(registry));
    }

    private static <E extends Enum<E>, M> Map<E, M> perWord(Class<E> words, Function<E, M> meter) {
        Map<E, M> meters = new EnumMap<>(words);
        for (E word : words.getEnumConstants()) {
            meters.put(word, meter.apply(word));
        }
        return meters;
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
