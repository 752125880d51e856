package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.application.KeptAssessments;
import org.upstander.alert.application.OpenIncidents;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Ties;
import org.upstander.alert.domain.Verdict;
import org.upstander.alert.domain.pattern.Brewing;
import org.upstander.alert.domain.pattern.Finding;
import org.upstander.alert.domain.pattern.PatternSettings;
import org.upstander.alert.domain.pattern.Sighting;

/** Opens incidents for what brews. Within the caller's transaction. */
@ApplicationScoped
class Alarms {

    /** Where a history begins later than it did, it may seem to rise where nobody saw it then. */
    private static final Duration LATE = Duration.ofDays(3);

    private final KeptAssessments assessments;
    private final OpenIncidents openIncidents;
    private final PatternSettings settings;

    Alarms(KeptAssessments assessments, OpenIncidents openIncidents, PatternSettings settings) {
        this.assessments = assessments;
        this.openIncidents = openIncidents;
        this.settings = settings;
    }

    /**
     * @param past posts on one person; those that may still get company are left for later
     * @param most how many were asked for: there may be more
     */
    Uni<Void> raise(Brewing brewing, PatternHistory.Past past, int most, Instant now) {
        Instant settled = now.minus(settings.lateness());
        List<Sighting> posts =
                past.sightings().stream().filter(one -> !one.at().isAfter(settled)).toList();
        Map<String, Finding> made = new HashMap<>();
        Map<String, Set<GroupKey>> groups = new HashMap<>();
        Set<String> old = before(posts, now.minus(LATE));
        List<Finding> alarms =
                past.sightings().size() < most
                        ? brewing.alarms(posts)
                        : brewing.alarmsOfTheNewest(posts);
        for (Finding alarm : alarms) {
            String last = alarm.made().get(alarm.made().size() - 1);
            if (!past.inIncidents().containsKey(last) && !old.contains(last)) {
                // Several authors may make one alarm: it is one incident all the same.
                Set<GroupKey> together = Set.of(GroupKey.ofMark(staffId(posts), last));
                alarm.made().forEach(id -> made.put(id, alarm));
                alarm.made().forEach(id -> groups.put(id, together));
            }
        }
        return made.isEmpty()
                ? Uni.createFrom().voidItem()
                : assessments
                        .outsideIncidents(made.keySet())
                        .chain(
                                found ->
                                        openIncidents.again(
                                                seen(found, made, groups), Set.of(), now))
                        .replaceWithVoid();
    }

    private static Set<String> before(List<Sighting> posts, Instant time) {
        return posts.stream()
                .filter(one -> one.at().isBefore(time))
                .map(Sighting::id)
                .collect(Collectors.toSet());
    }

    private static String staffId(List<Sighting> posts) {
        return posts.get(0).staffId();
    }

    private static Seen seen(
            List<Assessment> found, Map<String, Finding> made, Map<String, Set<GroupKey>> groups) {
        List<Assessment> counted = new ArrayList<>();
        Map<String, List<Finding>> findings = new HashMap<>();
        for (Assessment one : found) {
            Finding finding = made.get(one.id());
            counted.add(one.counting(Verdict.ATTACK, finding.severity()));
            findings.put(one.id(), List.of(finding));
        }
        return Seen.again(
                counted,
                findings,
                new Ties(groups, Map.of(), Set.of(), Seen.words(findings)),
                Map.of());
    }
}
