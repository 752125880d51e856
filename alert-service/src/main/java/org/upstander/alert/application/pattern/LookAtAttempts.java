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
                .map(past -> Optional.ofNullable(past.get(pair)).filter(LookAtAttempts::hasNews))
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
                                                                        newest(past.get()),
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

    private static boolean hasNews(PatternHistory.Past past) {
        return news(past).findAny().isPresent();
    }

    private static Stream<Encounter.Attempt> news(PatternHistory.Past past) {
        return past.attempts().stream()
                .filter(Approach::counts)
                .filter(one -> !past.inIncidents().containsKey(one.id()));
    }

    /** By it an incident is named: what is part of one may have opened it. */
    private static Encounter.Attempt newest(PatternHistory.Past past) {
        return news(past)
                .max(
                        Comparator.comparing(Encounter.Attempt::at)
                                .thenComparing(Encounter.Attempt::id))
                .orElseThrow();
    }

    private Uni<Void> look(Pair pair, Encounter met, Encounter.Attempt newest, Instant now) {
        Optional<Finding> found = new Patterns(settings).approach(met, now);
        return found.isEmpty()
                ? Uni.createFrom().voidItem()
                : open(pair, found.get(), met.attempts(), newest, now);
    }

    private Uni<Void> open(
            Pair pair,
            Finding finding,
            List<Encounter.Attempt> attempts,
            Encounter.Attempt last,
            Instant now) {
        Set<GroupKey> groups =
                GroupKey.ofAuthor(pair.staffId(), pair.source(), pair.authorId(), pair.handle());
        return incidents
                .owning(groups, now.minus(engine.reopenWithin()))
                .map(
                        known ->
                                Signalled.change(
                                        known,
                                        last.id(),
                                        pair.staffId(),
                                        groups,
                                        finding,
                                        last.at().isAfter(now) ? now : last.at(),
                                        now,
                                        engine.window()))
                .call(change -> incidents.save(List.of(change)))
                .call(change -> join(change, pair, attempts))
                .chain(change -> openIncidents.about(change, finding, now));
    }

    private Uni<Void> join(Grouping.Change change, Pair pair, List<Encounter.Attempt> attempts) {
        return patternIncidents.join(
                change.incident().id(),
                pair,
                attempts.stream().map(Encounter.Attempt::id).toList());
    }
}
