package org.upstander.alert.domain.noise;

import java.util.OptionalDouble;

/**
 * How far what is friendly stands out from the attacks: enough of it, and they drown in it.
 *
 * @param mentions of somebody, or of all
 */
public record NoiseFloor(Mentions mentions) {

    /** Keeps a logarithm finite where nothing was counted (Haldane 1956, Anscombe 1956). */
    private static final double HALF = 0.5;

    /**
     * Share of attacks: {@code attack / (supportive + neutral + criticism + attack)}, 0 to 1; empty
     * where there was none of these. Spam is in neither.
     */
    public OptionalDouble attackRatio() {
        return mentions.judged() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) mentions.attack() / mentions.judged());
    }

    /**
     * Signal to noise in dB: {@code 10 · log10((supportive + 1/2) / (attack + 1/2))}. The signal is
     * what is supportive, the noise are the attacks. 0 dB: as much of one as of the other; 20 dB: a
     * hundred times as much; below 0 the attacks are louder. Criticism and neutral mentions are in
     * neither: a decision that many criticise makes her no less welcome, and a busy day no more.
     * The halves keep it finite, and pull it to 0 dB where little was counted; empty where there
     * was neither.
     */
    public OptionalDouble signalToNoise() {
        return mentions.supportive() + mentions.attack() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        10
                                * Math.log10(
                                        (mentions.supportive() + HALF)
                                                / (mentions.attack() + HALF)));
    }
}
