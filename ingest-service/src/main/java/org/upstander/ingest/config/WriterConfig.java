package org.upstander.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How records are written to Kafka. Where Kafka is, and how to log in there, is said by {@code
 * kafka.*}.
 */
@ConfigMapping(prefix = "upstander.ingest.writer")
public interface WriterConfig {

    /**
     * How long a record may wait for Kafka's acknowledgement before its request gets 503. Together
     * with the round trip it stays below the two seconds that callers are promised.
     */
    @WithDefault("1600ms")
    Duration ackTimeout();

    /** How long a record may wait for company. */
    @WithDefault("1ms")
    Duration linger();

    /** Bytes of a batch to one partition. */
    @WithDefault("131072")
    @Min(16_384)
    @Max(1_048_576)
    int batchBytes();

    /** Bytes that may wait for Kafka; more is answered with 503 at once. */
    @WithDefault("67108864")
    @Min(16_777_216)
    long bufferBytes();

    /** Pause between two looks at Kafka's state. */
    @WithDefault("1s")
    Duration probeInterval();
}
