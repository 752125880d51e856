package org.upstander.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.upstander.access.AccessConfig;
import org.upstander.scoring.application.Judge;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.application.LiveThresholds;
import org.upstander.scoring.application.ModelCard;
import org.upstander.scoring.application.PipelineState;
import org.upstander.scoring.application.Reviewer;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.application.ScoringMetrics;
import org.upstander.scoring.binding.IdentifierHash;
import org.upstander.scoring.binding.RosterCompiler;
import org.upstander.scoring.config.JudgeConfig;
import org.upstander.scoring.domain.Thresholds;
import org.upstander.scoring.judgement.TargetJudge;
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
    LiveThresholds thresholds(JudgeConfig config) {
        JudgeConfig.Severity severity = config.severity();
        return new LiveThresholds(
                new Thresholds(
                        config.attack(),
                        config.juniorAttack(),
                        config.spam(),
                        config.category(),
                        new Thresholds.Severity(
                                severity.two(), severity.three(), severity.four())));
    }

    @Produces
    @Singleton
    Judge judge(LiveThresholds thresholds) {
        return TargetJudge.shipped(thresholds);
    }

    /** The card is written by hand from the trainer's report; a test holds it to the model. */
    @Produces
    @Singleton
    ModelCard modelCard(ObjectMapper json, LiveThresholds thresholds) {
        try (InputStream in = Wiring.class.getResourceAsStream("model-card.json")) {
            Written card = json.readValue(in, Written.class);
            return new ModelCard(card.model(), card.trained(), card.figures(), Map.of(), null)
                    .under(thresholds.current());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Written(String model, LocalDate trained, List<ModelCard.Figure> figures) {}

    @Produces
    @Singleton
    ScorePosts scorePosts(
            LiveRoster roster, Judge judge, Reviewer reviewer, ScoringMetrics metrics) {
        return new ScorePosts(new Folding(), roster, judge, reviewer, metrics);
    }
}
