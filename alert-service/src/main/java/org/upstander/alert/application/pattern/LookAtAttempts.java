package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.upstander.alert.application.EngineSettings;
import org.upstander.alert.application.IncidentStore;
import org.upstander.alert.application.OpenIncidents;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.Signalled;
import org.upstander.alert.domain.pattern.Approach;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.Finding;
import org.upstander.alert.domain.pattern.PatternSettings;
import org.upstander.alert.domain.pattern.Patterns;

/** Whether an author's attempts to reach one person in private call somebody. */
@ApplicationScoped
class LookAtAttempts {

    private final Encounters encounters;
    private final PatternIncidents patternIncidents;
    private final IncidentStore incidents;
    private final OpenIncidents openIncidents;
    private final EngineSettings engine;
    private final PatternSettings settings;

    LookAtAttempts(
            Encounters encounters,
            PatternIncidents patternIncidents,
            IncidentStore incidents,
            OpenIncidents openIncidents,
            EngineSettings engine,
            PatternSettings settings) {
        this.encounters = encounters;
        this.patternIncidents = patternIncidents;
        this.incidents = incidents;
        this.openIncidents = openIncidents;
        this.engine = engine;
        this.settings = settings;
    }

    Uni<Void> now(Pair pair, Instant now) {
        return encounters
                .past(List.of(pair), now)
                .map(past -> Optional.ofNullable(past.get(pair)))
                .map(past -> past.filter(one -> hasNews(one, now)))
                .chain(
                        past ->
                                past.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : encounter(pair, past.get(), now)
                                                .chain(
                                                        met ->
                                                                look(
                                                                        pair,
                                                                        met,
                                                                        newest(past.get(), now),
                                                                        now)));
    }

    /** Staff report attempts by whatever name they saw, so attacks are looked up by that, too. */
    private Uni<Encounter> encounter(Pair pair, PatternHistory.Past past, Instant now) {
        return Uni.combine()
                .all()
                .unis(encounters.persons(Set.of(pair)), encounters.attacksByHandle(pair, now))
                .with(
                        (persons, attacks) ->
                                new Encounter(
                                        persons.get(pair.staffId()),
                                        Stream.concat(past.sightings().stream(), attacks.stream())
                                                .toList(),
                                        past.acts(),
                                        past.attempts()));
    }

    private boolean hasNews(PatternHistory.Past past, Instant now) {
        return news(past, now).findAny().isPresent();
    }

    private Stream<Encounter.Attempt> news(PatternHistory.Past past, Instant now) {
        return past.attempts().stream()
                .filter(one -> Approach.counts(one) && settings.approach().covers(one, now))
                .filter(one -> !past.inIncidents().containsKey(one.id()));
    }

    /** By it an incident is named: what is part of one may have opened it. */
    private String newest(PatternHistory.Past past, Instant now) {
        return news(past, now).max(Encounter.Attempt.BY_TIME).orElseThrow().id();
    }

    private Uni<Void> look(Pair pair, Encounter met, String cause, Instant now) {
        Optional<Finding> found = new Patterns(settings).approach(met, now);
        return found.isEmpty()
                ? Uni.createFrom().voidItem()
                : open(pair, found.get(), met.attempts(), cause, now);
    }

    private Uni<Void> open(
            Pair pair,
            Finding finding,
            List<Encounter.Attempt> attempts,
            String cause,
            Instant now) {
        Set<GroupKey> groups =
                GroupKey.ofAuthor(pair.staffId(), pair.source(), pair.authorId(), pair.handle());
        return incidents
                .owning(groups, now.minus(engine.reopenWithin()))
                .map(
                        known ->
                                Signalled.change(
                                        known,
                                        cause,
                                        pair.staffId(),
                                        groups,
                                        finding,
                                        activity(attempts, now),
                                        now,
                                        engine.window()))
                .call(change -> incidents.save(List.of(change)))
                .call(change -> join(change, pair, attempts))
                .chain(change -> openIncidents.about(change, finding, now));
    }

    private static Instant activity(List<Encounter.Attempt> attempts, Instant now) {
        return attempts.stream()
                .map(Encounter.Attempt::at)
                .filter(at -> !at.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    private Uni<Void> join(Grouping.Change change, Pair pair, List<Encounter.Attempt> attempts) {
        return patternIncidents.join(
                change.incident().id(),
                pair,
                attempts.stream().map(Encounter.Attempt::id).toList());
    }
}
