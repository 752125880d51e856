package org.upstander.ingest.kafka;

import java.time.Duration;
import org.upstander.ingest.config.WriterConfig;

/** How records are written unless the operator says otherwise. */
final class Defaults implements WriterConfig {

    @Override
    public Duration ackTimeout() {
        return Duration.ofMillis(1600);
    }

    @Override
    public Duration linger() {
        return Duration.ofMillis(1);
    }

    @Override
    public int batchBytes() {
        return 131_072;
    }

    @Override
    public long bufferBytes() {
        return 67_108_864;
    }

    @Override
    public Duration probeInterval() {
        return Duration.ofSeconds(1);
    }
}
