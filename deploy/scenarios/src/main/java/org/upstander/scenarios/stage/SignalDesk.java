package org.upstander.scenarios.stage;

import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.Patterns;
import org.upstander.scenarios.story.Happening.Answered;
import org.upstander.scenarios.story.Happening.Approached;
import org.upstander.scenarios.story.Happening.Moderated;
import org.upstander.scenarios.story.Staff;
import org.upstander.scenarios.story.Story;

/**
 * Takes signals: each is kept once. One that comes after posts that are not older than it has those
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
                new Rows.Acted(against, new Encounter.Act(one.action(), one.by(), one.at(), null)));
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
                        one,
                        new Encounter.Attempt(one.id(), one.kind(), one.personal(), one.at())));
        again(author, one.at(), now);
    }

    /** A post: attempts that came before it, and are younger, may be of an attacker now. */
    void wrote(String author, String staffId, Instant at, Instant now) {
        attemptsAgain(author, staffId, at, now);
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
        for (Staff staff : story.staff()) {
            attemptsAgain(author, staff.id(), since, now);
            List<Assessment> later =
                    recall.by(staff.id(), author, now).stream()
                            .filter(one -> !one.at().isBefore(since))
                            .map(one -> rows.assessed.get(one.id()).assessment())
                            .toList();
            later.forEach(one -> recorder.weigh(one, now));
        }
    }

    private void attemptsAgain(String author, String staffId, Instant since, Instant now) {
        Encounter encounter = recall.encounter(staffId, author, now);
        rows.attempts.stream()
                .filter(one -> one.author().equals(author))
                .filter(one -> one.what().staff().equals(staffId))
                .filter(one -> !one.what().at().isBefore(since))
                .forEach(
                        one ->
                                patterns.approach(encounter, one.what().at())
                                        .ifPresent(
                                                found ->
                                                        casework.take(
                                                                Assessments.of(
                                                                        one.what(),
                                                                        Math.max(
                                                                                1,
                                                                                found.severity())),
                                                                found,
                                                                now)));
    }
}
