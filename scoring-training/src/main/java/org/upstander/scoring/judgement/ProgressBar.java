package org.upstander.scoring.judgement;

import java.io.PrintStream;
import java.util.Locale;

/** Shows every so often how far a training is, and how long it will take. */
final class ProgressBar implements EncoderLearner.Progress {
    private static final int WIDTH = 30;
    private static final long PAUSE_NANOS = 20_000_000_000L;
    private static final float SMOOTHING = 0.98f;

    private final String name;
    private final PrintStream out;
    private final long start = System.nanoTime();
    private long last = start;
    private int first = -1;
    private float mean;

    ProgressBar(String name, PrintStream out) {
        this.name = name;
        this.out = out;
    }

    @Override
    public void at(int step, int steps, float loss) {
        if (first < 0) {
            first = step - 1;
            mean = loss;
        }
        mean = mean * SMOOTHING + loss * (1 - SMOOTHING);
        long now = System.nanoTime();
        if (now - last >= PAUSE_NANOS || step == steps) {
            last = now;
            int filled = WIDTH * step / steps;
            double left = (now - start) / 1e9 / (step - first) * (steps - step);
            out.printf(
                    Locale.ROOT,
                    "%s [%s%s] %d of %d, loss %.3f, %.0f s left%n",
                    name,
                    "#".repeat(filled),
                    ".".repeat(WIDTH - filled),
                    step,
                    steps,
                    mean,
                    left);
        }
    }
}
