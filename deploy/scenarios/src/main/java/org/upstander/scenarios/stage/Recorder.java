package org.upstander.scenarios.stage;

import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.pattern.Brewing;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.Finding;
import org.upstander.alert.domain.pattern.Likeness;
import org.upstander.alert.domain.pattern.Patterns;
import org.upstander.alert.domain.pattern.Sighting;

/** Takes assessments: each is kept once, weighed, and opens or extends an incident. */
final class Recorder {

    private final Rows rows;
    private final Recall recall;
    private final Casework casework;
    private final Patterns patterns = new Patterns(Rules.PATTERNS);

    Recorder(Rows rows, Recall recall, Casework casework) {
        this.rows = rows;
        this.recall = recall;
        this.casework = casework;
    }

    void record(Assessment assessment, Instant now) {
        if (!rows.seen.add(assessment.id())) {
            return;
        }
        Rows.Assessed row = new Rows.Assessed(assessment, now);
        rows.assessed.put(assessment.id(), row);
        recall.add(row);
        weigh(assessment, now);
        Sighting sighting = Sighting.of(assessment, now);
        if (ofAuthor(sighting).raises(sighting) || ofCrowd(sighting).raises(sighting)) {
            wait(sighting.at(), Rows.Timer.Why.BREWING, assessment.id(), now);
        }
    }

    /** What an assessment is by now; also of one that was weighed before. */
    void weigh(Assessment assessment, Instant now) {
        Sighting post = Sighting.of(assessment, now);
        Encounter encounter = recall.encounter(assessment.staffId(), post.author(), now);
        Patterns.Weighed all = patterns.weigh(assessment, encounter, now);
        if (!Slow.only(all, assessment).findings().isEmpty()) {
            waitFrom(post, encounter, now);
        }
        Patterns.Weighed weighed = Slow.without(all, assessment);
        Patterns.Weighed beside =
                weighed.attack().pages(Rules.PAGE_FROM)
                        ? patterns.around(recall.crowd(assessment.staffId(), post.at()))
                                .weigh(weighed, Likeness.marks(assessment.post().text()), now)
                        : weighed;
        if (beside.attack().pages(Rules.PAGE_FROM)) {
            casework.take(beside, now);
        }
    }

    /** A run ends with this post, or with one that is younger and came before it. */
    private void waitFrom(Sighting post, Encounter encounter, Instant now) {
        encounter.sightings().stream()
                .filter(one -> !one.at().isBefore(post.at()))
                .forEach(one -> wait(one.at(), Rows.Timer.Why.RUN, one.id(), now));
    }

    private void wait(Instant at, Rows.Timer.Why why, String assessmentId, Instant now) {
        Instant due = at.plus(Rules.PATTERNS.lateness());
        rows.timers.add(new Rows.Timer(due.isBefore(now) ? now : due, why, assessmentId));
    }

    /** Looks whether a run is one, once everything up to its last post should be there. */
    void settle(String assessmentId, Instant now) {
        Assessment assessment = rows.assessed.get(assessmentId).assessment();
        Sighting post = Sighting.of(assessment, now);
        Encounter until =
                upTo(post.at(), recall.encounter(assessment.staffId(), post.author(), now))
                        .writing(recall.elsewhere(assessment.staffId(), post.author(), now));
        Patterns.Weighed run = Slow.only(patterns.weigh(assessment, until, now), assessment);
        if (!run.findings().isEmpty()) {
            casework.take(run, now);
        }
    }

    /** Looks whether it brews, once everything up to a post should be there. */
    void look(String assessmentId, Instant now) {
        Sighting post = Sighting.of(rows.assessed.get(assessmentId).assessment(), now);
        Brewing ofAuthor = ofAuthor(post);
        if (ofAuthor.raises(post)) {
            raise(ofAuthor, recall.by(post.staffId(), post.author(), now), post.at(), now);
        }
        Brewing ofCrowd = ofCrowd(post);
        if (ofCrowd.raises(post)) {
            raise(ofCrowd, recall.about(post.staffId(), now), post.at(), now);
        }
    }

    private Brewing ofAuthor(Sighting post) {
        return Brewing.ofAuthor(Rules.PATTERNS.brewing().at(recall.person(post.staffId()).bar()));
    }

    private Brewing ofCrowd(Sighting post) {
        return Brewing.ofCrowd(
                Rules.PATTERNS.crowdBrewing().at(recall.person(post.staffId()).bar()));
    }

    private static Encounter upTo(Instant at, Encounter encounter) {
        return new Encounter(
                encounter.person(),
                encounter.sightings().stream().filter(one -> !one.at().isAfter(at)).toList(),
                encounter.acts(),
                encounter.attempts(),
                encounter.told());
    }

    private void raise(Brewing brewing, List<Sighting> posts, Instant until, Instant now) {
        List<Sighting> sofar = posts.stream().filter(one -> !one.at().isAfter(until)).toList();
        for (Finding alarm : brewing.alarms(sofar)) {
            if (!casework.isTaken(alarm.made().get(alarm.made().size() - 1))) {
                casework.take(alarm, now);
            }
        }
    }
}
