package org.upstander.scoring.kafka;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.upstander.scoring.application.PipelineMetrics;
import org.upstander.scoring.application.RefusalReason;

/** Counts what a compacted topic held that could not be read, and nothing else. */
record CountingUnreadable(AtomicInteger unreadable) implements PipelineMetrics {
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
    public void rosterEntryUnreadable() {
        unreadable.incrementAndGet();
    }

    @Override
    public void thresholdsUnreadable() {
        unreadable.incrementAndGet();
    }
}
