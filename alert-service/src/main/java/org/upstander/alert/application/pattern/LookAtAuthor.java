package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.upstander.alert.domain.pattern.Brewing;
import org.upstander.alert.domain.pattern.Finding;
import org.upstander.alert.domain.pattern.PatternSettings;
import org.upstander.alert.domain.pattern.Sighting;

/** Whether something brews between one author and one person, and what a late signal changes. */
@ApplicationScoped
class LookAtAuthor {

    private final Encounters encounters;
    private final WeighByPatterns weighByPatterns;
    private final KeptAssessments assessments;
    private final OpenIncidents openIncidents;
    private final Alarms alarms;
    private final PatternSettings settings;

    LookAtAuthor(
            Encounters encounters,
            WeighByPatterns weighByPatterns,
            KeptAssessments assessments,
            OpenIncidents openIncidents,
            Alarms alarms,
            PatternSettings settings) {
        this.encounters = encounters;
        this.weighByPatterns = weighByPatterns;
        this.assessments = assessments;
        this.openIncidents = openIncidents;
        this.alarms = alarms;
        this.settings = settings;
    }

    Uni<Void> now(Pair pair, Instant now) {
        return encounters
                .past(List.of(pair), now)
                .map(past -> past.getOrDefault(pair, PatternHistory.Past.NOTHING))
                .chain(
                        past ->
                                again(past, now)
                                        .chain(() -> encounters.bar(pair))
                                        .map(bar -> Brewing.ofAuthor(settings.brewing().at(bar)))
                                        .chain(
                                                brewing ->
                                                        alarms.raise(
                                                                brewing,
                                                                past,
                                                                settings.most(),
                                                                now)));
    }

    private Uni<Void> again(PatternHistory.Past past, Instant now) {
        Instant since = now.minus(LookAgainAfter.LATE);
        Set<String> recent =
                past.sightings().stream()
                        .filter(one -> !one.spam() && one.at().isAfter(since))
                        .map(Sighting::id)
                        .collect(Collectors.toSet());
        return recent.isEmpty()
                ? Uni.createFrom().voidItem()
                : assessments
                        .all(recent)
                        .chain(kept -> weighByPatterns.weigh(kept, now))
                        .map(seen -> news(seen, past))
                        .chain(
                                news ->
                                        news.earlier().isEmpty()
                                                ? Uni.createFrom().voidItem()
                                                : openIncidents
                                                        .again(
                                                                news,
                                                                past.inIncidents().keySet(),
                                                                now)
                                                        .replaceWithVoid());
    }

    /** Without what their incidents say already. */
    private static Seen news(Seen seen, PatternHistory.Past past) {
        List<Assessment> earlier = new ArrayList<>(seen.earlier());
        Map<String, List<Finding>> findings = new HashMap<>();
        earlier.forEach(one -> findings.put(one.id(), seen.findings().get(one.id())));
        for (Assessment one : seen.counted()) {
            Set<String> said = past.inIncidents().get(one.id());
            List<Finding> fresh =
                    seen.findings().getOrDefault(one.id(), List.of()).stream()
                            .filter(
                                    finding ->
                                            said == null
                                                    || !said.contains(finding.kind().wireName()))
                            .toList();
            if (!fresh.isEmpty()) {
                earlier.add(one);
                findings.put(one.id(), fresh);
            }
        }
        return Seen.again(earlier, findings, seen.ties(), seen.incidents());
    }
}
