package org.upstander.scenarios.stage;

import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.pattern.Brewing;
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
    private final Brewing ofAuthor = Brewing.ofAuthor(Rules.PATTERNS.brewing());
    private final Brewing ofCrowd = Brewing.ofCrowd(Rules.PATTERNS.crowdBrewing());

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
        if (ofAuthor.raises(sighting) || ofCrowd.raises(sighting)) {
            Instant due = sighting.at().plus(Rules.PATTERNS.lateness());
            rows.timers.add(
                    new Rows.Timer(
                            due.isBefore(now) ? now : due,
                            "brew " + assessment.id(),
                            assessment.id(),
                            null));
        }
    }

    /** What an assessment is by now; also of one that was weighed before. */
    void weigh(Assessment assessment, Instant now) {
        Sighting post = Sighting.of(assessment, now);
        Patterns.Weighed weighed =
                patterns.weigh(
                        assessment,
                        recall.encounter(assessment.staffId(), post.author(), now),
                        now);
        Patterns.Weighed beside =
                weighed.attack().pages(Rules.PAGE_FROM)
                        ? patterns.weigh(
                                weighed,
                                recall.crowd(assessment.staffId(), post.at()),
                                Likeness.marks(assessment.post().text()),
                                now)
                        : weighed;
        if (beside.attack().pages(Rules.PAGE_FROM)) {
            casework.take(beside, now);
        }
    }

    /** Looks whether it brews, once everything up to a post should be there. */
    void look(String assessmentId, Instant now) {
        Sighting post = Sighting.of(rows.assessed.get(assessmentId).assessment(), now);
        if (ofAuthor.raises(post)) {
            raise(ofAuthor, recall.by(post.staffId(), post.author(), now), post.at(), now);
        }
        if (ofCrowd.raises(post)) {
            raise(ofCrowd, recall.about(post.staffId(), now), post.at(), now);
        }
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
