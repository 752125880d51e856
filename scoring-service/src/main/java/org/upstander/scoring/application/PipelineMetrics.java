package org.upstander.scoring.application;

import java.time.Duration;

/**
 * What moving posts through scoring counts.
 *
 * <p>Records read = posts scored ({@link ScoringMetrics#scored}) + set aside, except that a batch
 * that has to be repeated is counted again. Alert when set aside grows, when retries keep growing
 * (Kafka is away or refuses us), and when lag grows for minutes.
 */
public interface PipelineMetrics {

    PipelineMetrics NOOP =
            new PipelineMetrics() {
                @Override
                public void batch(int records, Duration took) {}

                @Override
                public void lag(int line, long records) {}

                @Override
                public void retried() {}

                @Override
                public void setAside(RefusalReason why) {}

                @Override
                public void rosterCompiled(Duration took) {}

                @Override
                public void rosterEntryUnreadable() {}

                @Override
                public void thresholdsUnreadable() {}
            };

    /** A batch was read, scored, and its results acknowledged. */
    void batch(int records, Duration took);

    /**
     * @param line which of this instance's consumers
     * @param records how many its partitions are behind, as of the last fetch
     */
    void lag(int line, long records);

    /** A consumer failed and begins again from what is committed. */
    void retried();

    /** A record went to the dead letters. */
    void setAside(RefusalReason why);

    /** A changed roster was compiled and took effect. */
    void rosterCompiled(Duration took);

    /** A roster entry could not be read; the person's last readable entry stays in force. */
    void rosterEntryUnreadable();

    /** Thresholds could not be read; those before stay in force. */
    void thresholdsUnreadable();
}
