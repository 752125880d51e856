package org.upstander.scenarios.story;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * The probability of an attack that scoring would give: one number, or a line from one to another
 * with noise.
 *
 * @param from of the first post, 0 to 1
 * @param to of the last one, 0 to 1
 * @param noise standard deviation around the line, 0 to 1
 */
public record Level(double from, double to, double noise) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Level {
        if (!isShare(from) || !isShare(to) || !isShare(noise)) {
            throw new IllegalArgumentException(
                    "a score lies between 0 and 1: write 0.3 or {from: 0.3, to: 0.45, noise: 0.02}.");
        }
    }

    /** One number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Level of(String text) {
        try {
            double score = Double.parseDouble(text);
            return new Level(score, score, 0);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no score: write 0.3.", e);
        }
    }

    /** One number. */
    public static Level of(double score) {
        return new Level(score, score, 0);
    }

    /**
     * @param part of the way, 0 to 1
     * @param deviation in standard deviations
     */
    double at(double part, double deviation) {
        double score = from + part * (to - from) + deviation * noise;
        return Math.max(0, Math.min(1, score));
    }

    private static boolean isShare(double number) {
        return number >= 0 && number <= 1;
    }
}
