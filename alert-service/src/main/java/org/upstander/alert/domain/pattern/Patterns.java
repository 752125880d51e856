package org.upstander.alert.domain.pattern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Verdict;

/**
 * What an assessment is in the light of what was before it. Pure: whoever has the same history
 * comes to the same.
 */
public final class Patterns {

    private final Retaliation retaliation;
    private final Persistence persistence;
    private final OffHours offHours;
    private final Approach approach;
    private final PileOnPattern pileOn;
    private final Campaign campaign;

    public Patterns(PatternSettings settings) {
        retaliation = new Retaliation(settings.retaliation());
        persistence = new Persistence(settings.persistence());
        offHours = new OffHours(settings.offHours());
        approach = new Approach(settings.approach());
        pileOn = new PileOnPattern(settings.pileOn());
        campaign = new Campaign(settings.campaign());
    }

    /**
     * @param attack the assessment with the verdict and the severity that count
     * @param findings what was recognised; empty: it is as it came
     */
    public record Weighed(Assessment attack, List<Finding> findings) {

        public Weighed {
            findings = List.copyOf(findings);
        }
    }

    /**
     * By what its author did. Whoever is not an attack by itself may count as one.
     *
     * @param encounter with the assessment among its sightings
     */
    public Weighed weigh(Assessment assessment, Encounter encounter, Instant now) {
        Sighting post = Sighting.of(assessment, now);
        List<Finding> findings = new ArrayList<>();
        Doxxing.find(assessment).ifPresent(findings::add);
        retaliation.find(encounter, post).ifPresent(findings::add);
        persistence.find(encounter, post).ifPresent(findings::add);
        offHours.find(encounter, post).ifPresent(findings::add);
        if (post.isAttack() || !findings.isEmpty()) {
            approach.find(encounter, post.at()).ifPresent(findings::add);
        }
        return new Weighed(raised(assessment, findings), findings);
    }

    /** Looks once at a crowd, for all attacks in it. */
    public Around around(Crowd crowd) {
        return new Around(crowd);
    }

    /** By what others do meanwhile. */
    public final class Around {

        private final PileOnPattern.Windows windows;
        private final Campaign.Shared shared;

        private Around(Crowd crowd) {
            windows = pileOn.in(crowd);
            shared = campaign.in(crowd);
        }

        /** Whether it is one of a pile-on. */
        public boolean isPileOn(Sighting attack) {
            return windows.find(attack).isPresent();
        }

        /**
         * @param weighed an attack; in the crowd, unless it is one only by what was before
         * @param marks of its text
         */
        public Weighed weigh(Weighed weighed, Set<String> marks, Instant now) {
            if (!weighed.attack().pages(1)) {
                return weighed;
            }
            List<Finding> findings = new ArrayList<>(weighed.findings());
            windows.find(Sighting.of(weighed.attack(), now)).ifPresent(findings::add);
            shared.find(marks).ifPresent(findings::add);
            return new Weighed(raised(weighed.attack(), findings), findings);
        }
    }

    /** What attempts to reach somebody come to, by themselves. */
    public Optional<Finding> approach(Encounter encounter, Instant until) {
        return approach.find(encounter, until);
    }

    private static Assessment raised(Assessment assessment, List<Finding> findings) {
        int severity = findings.stream().mapToInt(Finding::severity).max().orElse(0);
        return severity == 0
                ? assessment
                : assessment.counting(Verdict.ATTACK, Math.max(severity, assessment.severity()));
    }
}
