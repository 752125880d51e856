package org.upstander.scoring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.upstander.scoring.application.Adviser;
import org.upstander.scoring.application.Judge;
import org.upstander.scoring.application.OpinionBudget;
import org.upstander.scoring.application.OpinionRange;
import org.upstander.scoring.application.Reviewer;
import org.upstander.scoring.application.ScoringMetrics;
import org.upstander.scoring.application.SecondOpinion;
import org.upstander.scoring.config.ImportedConfig;
import org.upstander.scoring.config.SecondOpinionConfig;
import org.upstander.scoring.judgement.PlaceholderText;
import org.upstander.scoring.opinion.ChatAdviser;

/** Puts the second opinion together where it is switched on; else no part of it is made. */
class OpinionWiring {
    private static final String PREFIX = "upstander.scoring.second-opinion.";
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Produces
    @Singleton
    Reviewer reviewer(
            SecondOpinionConfig config,
            ImportedConfig imported,
            Judge judge,
            ScoringMetrics metrics,
            Clock clock) {
        if (!config.enabled()) {
            return Reviewer.NONE;
        }
        return new SecondOpinion(
                judge,
                new PlaceholderText(),
                adviser(config),
                new OpinionRange(
                        config.from(),
                        config.to(),
                        config.confidence(),
                        imported.attribute().orElse(null),
                        imported.atLeast()),
                new OpinionBudget(config.perMinute(), clock),
                metrics);
    }

    private static Adviser adviser(SecondOpinionConfig config) {
        return new ChatAdviser(
                needed("url", config.url()),
                needed("model", config.model()),
                config.apiKey(),
                bounded(config.timeout()));
    }

    private static <T> T needed(String name, Optional<T> value) {
        return value.orElseThrow(
                () ->
                        new IllegalArgumentException(
                                PREFIX
                                        + name
                                        + " is missing: set it, or "
                                        + PREFIX
                                        + "enabled=false"));
    }

    private static Duration bounded(Duration timeout) {
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    PREFIX + "timeout must lie between 100ms and 10s; got " + timeout);
        }
        return timeout;
    }
}
