package org.upstander.scoring.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a server that speaks OpenAI's chat completions, a local one say, is asked about posts on
 * which our own judge is uncertain. Off unless the operator switches it on, because the texts of
 * these posts leave the process then.
 */
@ConfigMapping(prefix = "upstander.scoring.second-opinion")
public interface SecondOpinionConfig {

    /** Whether anybody is asked. */
    @WithDefault("false")
    boolean enabled();

    /** Base of the server's API, {@code http://localhost:11434/v1}; needed where enabled. */
    Optional<URI> url();

    /** The model, as the server names it; needed where enabled. */
    Optional<String> model();

    /** Sent as a bearer token; a server of one's own mostly needs none. */
    Optional<String> apiKey();

    /** Longest time for one answer, 100 ms to 10 s: so long the posts behind wait. */
    @WithDefault("2s")
    Duration timeout();

    /** Most questions in a minute; beyond it our own judgement stands. */
    @WithDefault("30")
    @Min(1)
    @Max(6000)
    int perMinute();

    /** Least score, 0 to 1, of an assessment that is uncertain. */
    @WithDefault("0.35")
    @DecimalMin("0")
    @DecimalMax("1")
    double from();

    /** Greatest score of one; at least {@link #from()}. */
    @WithDefault("0.65")
    @DecimalMin("0")
    @DecimalMax("1")
    double to();

    /** Least confidence, 0 to 1, of an opinion that changes anything. */
    @WithDefault("0.5")
    @DecimalMin("0")
    @DecimalMax("1")
    double confidence();
}
