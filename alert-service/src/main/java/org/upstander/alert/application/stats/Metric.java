package org.upstander.alert.application.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.upstander.alert.domain.noise.Mentions;
import org.upstander.alert.domain.noise.NoiseFloor;

/** What a time series is about. */
public enum Metric {
    /** All but spam. */
    MENTIONS("mentions", Unit.COUNT, of -> (double) of.judged()),
    SUPPORTIVE("supportive", Unit.COUNT, of -> (double) of.supportive()),
    NEUTRAL("neutral", Unit.COUNT, of -> (double) of.neutral()),
    CRITICISM("criticism", Unit.COUNT, of -> (double) of.criticism()),
    ATTACK("attack", Unit.COUNT, of -> (double) of.attack()),
    SPAM("spam", Unit.COUNT, of -> (double) of.spam()),
    /** See {@link NoiseFloor#attackRatio}. */
    ATTACK_RATIO("attackRatio", Unit.RATIO, of -> Rounded.ratio(new NoiseFloor(of).attackRatio())),
    /** See {@link NoiseFloor#signalToNoise}. */
    SIGNAL_TO_NOISE(
            "signalToNoiseDb", Unit.DECIBEL, of -> Rounded.two(new NoiseFloor(of).signalToNoise()));

    /** In what it is measured. */
    private static final class Unit {
        static final String COUNT = "count";
        static final String RATIO = "ratio";
        static final String DECIBEL = "dB";
    }

    private final String wireName;
    private final String unit;
    private final Function<Mentions, Double> value;

    Metric(String wireName, String unit, Function<Mentions, Double> value) {
        this.wireName = wireName;
        this.unit = unit;
        this.value = value;
    }

    /** Empty for a word that is none. */
    public static Optional<Metric> of(String wireName) {
        return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
    }

    /** As on the wire. */
    public String wireName() {
        return wireName;
    }

    /** {@code count}, {@code ratio} (0 to 1) or {@code dB}. */
    public String unit() {
        return unit;
    }

    /** Null where there is nothing to tell. */
    Double of(Mentions mentions) {
        return value.apply(mentions);
    }
}
