package org.upstander.alert.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.upstander.alert.application.pattern.PatternBars;
import org.upstander.alert.domain.pattern.Approach;
import org.upstander.alert.domain.pattern.Brewing;
import org.upstander.alert.domain.pattern.Campaign;
import org.upstander.alert.domain.pattern.OffHours;
import org.upstander.alert.domain.pattern.PatternSettings;
import org.upstander.alert.domain.pattern.Persistence;
import org.upstander.alert.domain.pattern.PileOnPattern;
import org.upstander.alert.domain.pattern.Retaliation;

/** Hands the patterns their settings. */
@ApplicationScoped
class PatternBeans {

    // As scoring-service ships them; what is put by PUT /v1/thresholds goes before.
    private static final PatternBars SHIPPED = new PatternBars(0.6, 0.4);

    @Produces
    @Singleton
    PatternSettings settings(PatternConfig config) {
        PatternConfig.Retaliation retaliation = config.retaliation();
        PatternConfig.Brewing brewing = config.brewing();
        PatternConfig.CrowdBrewing crowd = config.crowdBrewing();
        PatternConfig.Persistence persistence = config.persistence();
        PatternConfig.OffHours offHours = config.offHours();
        return new PatternSettings(
                config.horizon(),
                config.most(),
                config.lateness(),
                config.newcomer(),
                new Retaliation.Settings(
                        retaliation.window(),
                        retaliation.halfLife(),
                        retaliation.lowersBy(),
                        retaliation.unknownActor(),
                        retaliation.raisesFrom()),
                new Brewing.Settings(
                        brewing.allowance(),
                        brewing.decision(),
                        brewing.most(),
                        brewing.halfLife()),
                new Brewing.Settings(
                        crowd.allowance(), crowd.decision(), crowd.most(), crowd.halfLife()),
                new Persistence.Settings(
                        persistence.window(),
                        persistence.posts(),
                        persistence.days(),
                        persistence.threads(),
                        persistence.afterStop(),
                        persistence.afterStopThreads()),
                new PileOnPattern.Settings(config.pileOn().window(), config.pileOn().authors()),
                new OffHours.Settings(
                        offHours.window(),
                        offHours.night(),
                        offHours.offHours(),
                        offHours.weight(),
                        offHours.nights()),
                new Approach.Settings(config.approach().window(), config.approach().attempts()),
                new Campaign.Settings(config.campaign().sources(), config.campaign().authors()));
    }

    @Produces
    @Singleton
    PatternBars bars() {
        return SHIPPED;
    }
}
