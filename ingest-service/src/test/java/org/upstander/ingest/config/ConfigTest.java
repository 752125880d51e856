package org.upstander.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Defaults are the published ones (README), and every key is read. */
class ConfigTest {

    @Test
    void defaultsOfTheWriter() {
        WriterConfig config = with(Map.of()).getConfigMapping(WriterConfig.class);

        assertThat(config.ackTimeout()).isEqualTo(Duration.ofMillis(1600));
        assertThat(config.linger()).isEqualTo(Duration.ofMillis(1));
        assertThat(config.batchBytes()).isEqualTo(131_072);
        assertThat(config.bufferBytes()).isEqualTo(67_108_864);
        assertThat(config.probeInterval()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void everyKeyOfTheWriter() {
        WriterConfig config =
                with(Map.of(
                                "upstander.ingest.writer.ack-timeout", "1s",
                                "upstander.ingest.writer.linger", "5ms",
                                "upstander.ingest.writer.batch-bytes", "16384",
                                "upstander.ingest.writer.buffer-bytes", "33554432",
                                "upstander.ingest.writer.probe-interval", "2s"))
                        .getConfigMapping(WriterConfig.class);

        assertThat(config.ackTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.linger()).isEqualTo(Duration.ofMillis(5));
        assertThat(config.batchBytes()).isEqualTo(16_384);
        assertThat(config.bufferBytes()).isEqualTo(33_554_432);
        assertThat(config.probeInterval()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void howManyPostsAreRemembered() {
        assertThat(with(Map.of()).getConfigMapping(SeenConfig.class).posts()).isEqualTo(20_000);
        assertThat(
                        with(Map.of("upstander.ingest.seen.posts", "500"))
                                .getConfigMapping(SeenConfig.class)
                                .posts())
                .isEqualTo(500);
    }

    @Test
    void theSpoolDirectory() {
        assertThat(with(Map.of()).getConfigMapping(SpoolConfig.class).directory())
                .isEqualTo(Path.of("/var/tmp"));
        assertThat(
                        with(Map.of("upstander.ingest.spool.directory", "/spool"))
                                .getConfigMapping(SpoolConfig.class)
                                .directory())
                .isEqualTo(Path.of("/spool"));
    }

    private static SmallRyeConfig with(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(
                        new PropertiesConfigSource(Map.of("java.io.tmpdir", "/var/tmp"), "jvm", 50),
                        new PropertiesConfigSource(values, "test", 100))
                .withMapping(WriterConfig.class)
                .withMapping(SpoolConfig.class)
                .withMapping(SeenConfig.class)
                .build();
    }
}
