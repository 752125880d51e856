package org.upstander.scoring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.upstander.scoring.application.BinderCompiler;
import org.upstander.scoring.application.Judge;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.application.PipelineState;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.application.ScoringMetrics;
import org.upstander.scoring.application.TextFolder;

/** The one place that says which parts make the service; the parts themselves know no framework. */
class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    PipelineState pipelineState() {
        return new PipelineState();
    }

    @Produces
    @Singleton
    LiveRoster roster(BinderCompiler compiler) {
        return new LiveRoster(compiler);
    }

    @Produces
    @Singleton
    ScorePosts scorePosts(
            TextFolder folder, LiveRoster roster, Judge judge, ScoringMetrics metrics) {
        return new ScorePosts(folder, roster, judge, metrics);
    }
}
