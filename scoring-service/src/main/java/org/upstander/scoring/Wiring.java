package org.upstander.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.upstander.access.AccessConfig;
import org.upstander.scoring.application.Judge;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.application.PipelineState;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.application.ScoringMetrics;
import org.upstander.scoring.binding.IdentifierHash;
import org.upstander.scoring.binding.RosterCompiler;
import org.upstander.scoring.judgement.LinearJudge;
import org.upstander.scoring.judgement.Thresholds;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

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
    LiveRoster roster(AccessConfig secrets) {
        byte[] key = secrets.secrets().get("UPSTANDER_IDENTIFIER_KEY").getBytes(UTF_8);
        return new LiveRoster(new RosterCompiler(Lexicon.shipped(), new IdentifierHash(key)));
    }

    @Produces
    @Singleton
    Judge judge() {
        return LinearJudge.shipped(Thresholds.SHIPPED);
    }

    @Produces
    @Singleton
    ScorePosts scorePosts(LiveRoster roster, Judge judge, ScoringMetrics metrics) {
        return new ScorePosts(new Folding(), roster, judge, metrics);
    }
}
