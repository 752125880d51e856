package org.upstander.scenarios.stage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.Finding;
import org.upstander.alert.domain.pattern.Patterns;
import org.upstander.alert.domain.pattern.Sighting;
import org.upstander.scenarios.story.Happening.Answered;
import org.upstander.scenarios.story.Happening.Approached;
import org.upstander.scenarios.story.Happening.Moderated;
import org.upstander.scenarios.story.Story;

/**
 * Takes signals: each is kept once. One that comes after posts that are younger than it has those
 * looked at again.
 */
final class SignalDesk {

    private final Story story;
    private final Rows rows;
    private final Recall recall;
    private final Recorder recorder;
    private final Casework casework;
    private final Patterns patterns = new Patterns(Rules.PATTERNS);

    SignalDesk(Story story, Rows rows, Recall recall, Recorder recorder, Casework casework) {
        this.story = story;
        this.rows = rows;
        this.recall = recall;
        this.recorder = recorder;
        this.casework = casework;
    }

    void moderated(Moderated one, Instant now) {
        if (!rows.seen.add(one.id())) {
            return;
        }
        String against = Assessments.authorKey(one.against(), one.source());
        rows.acts.add(
                new Rows.Acted(
                        against, new Encounter.Act(one.action(), one.by(), one.at(), null)));
        again(against, one.at(), now);
        for (Story.Account account : story.accounts()) {
            String first = Assessments.authorKey(account.also(), account.firstSource());
            if (first.equals(against)) {
                again(Assessments.authorKey(account.id(), account.source()), one.at(), now);
            }
        }
    }

    void approached(Approached one, Instant now) {
        if (!rows.seen.add(one.id())) {
            return;
        }
        String author = Assessments.authorKey(one.by(), one.source());
        rows.attempts.add(
                new Rows.Tried(
                        author,
                        one.staff(),
                        new Encounter.Attempt(one.id(), one.kind(), one.personal(), one.at())));
        Encounter encounter = recall.encounter(one.staff(), author, now);
        Optional<Finding> approach = patterns.approach(encounter, one.at());
        approach.ifPresent(
                finding ->
                        casework.take(
                                Assessments.of(one, Math.max(1, finding.severity())),
                                finding,
                                now));
        again(author, one.at(), now);
    }

    void answered(Answered one, Instant now) {
        if (!rows.seen.add(one.id())) {
            return;
        }
        for (Incident incident : List.copyOf(rows.incidents.values())) {
            if (incident.staffId().equals(one.staff()) && !incident.isResolved()) {
                rows.incidents.put(
                        incident.id(),
                        incident.in(
                                one.resolves()
                                        ? new IncidentState.Resolved(now, "lead", null)
                                        : new IncidentState.Acknowledged(now, "lead")));
            }
        }
    }

    private void again(String author, Instant since, Instant now) {
        List<Assessment> later =
                story.staff().stream()
                        .flatMap(staff -> recall.by(staff.id(), author, now).stream())
                        .filter(one -> one.at().isAfter(since))
                        .map(Sighting::id)
                        .map(id -> rows.assessed.get(id).assessment())
                        .toList();
        later.forEach(one -> recorder.weigh(one, now));
    }
}
