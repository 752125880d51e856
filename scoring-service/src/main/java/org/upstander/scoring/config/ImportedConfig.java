package org.upstander.scoring.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Optional;

/**
 * What is made of the scores of another classifier that a post may bring ({@code attributeScores}).
 * They change no verdict; at most they are a reason to ask for a second opinion, where that is
 * switched on and the post means somebody.
 */
@ConfigMapping(prefix = "upstander.scoring.imported")
public interface ImportedConfig {

    /** The attribute that is such a reason, {@code ATTACK_ON_AUTHOR} say; none by default. */
    Optional<String> attribute();

    /** Least score of it, 0 to 1. */
    @WithDefault("0.8")
    @DecimalMin("0")
    @DecimalMax("1")
    double atLeast();
}
