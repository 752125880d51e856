package org.upstander.alert.application.pattern;

/**
 * From which probability on scoring-service takes something for an attack where nobody put
 * thresholds.
 *
 * @param usual for everybody, 0 to 1
 * @param junior for juniors, 0 to 1
 */
public record PatternBars(double usual, double junior) {}
