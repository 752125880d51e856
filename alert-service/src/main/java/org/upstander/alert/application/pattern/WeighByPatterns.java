package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.pattern.PatternSettings;
import org.upstander.alert.domain.pattern.Patterns;

/**
 * Weighs assessments in the light of what was before: first by what their authors did, then attacks
 * by what others do. It reads what belongs to them, as many rows as its limits allow, and writes
 * nothing.
 */
@ApplicationScoped
public class WeighByPatterns {

    private final Encounters encounters;
    private final Crowds crowds;
    private final Accounts accounts;
    private final PatternMarks marks;
    private final TieTogether tieTogether;
    private final PatternSettings settings;

    WeighByPatterns(
            Encounters encounters,
            Crowds crowds,
            Accounts accounts,
            PatternMarks marks,
            TieTogether tieTogether,
            PatternSettings settings) {
        this.encounters = encounters;
        this.crowds = crowds;
        this.accounts = accounts;
        this.marks = marks;
        this.tieTogether = tieTogether;
        this.settings = settings;
    }

    /**
     * Within the caller's transaction.
     *
     * @param assessments that may be stored already
     */
    public Uni<Seen> weigh(List<Assessment> assessments, Instant now) {
        return encounters
                .of(assessments, now)
                .map(known -> new Round(new Patterns(settings), assessments, known, now))
                .chain(this::byUsualHours)
                .chain(
                        round ->
                                round.attacks().isEmpty()
                                        ? Uni.createFrom()
                                                .item(Seen.nothing(assessments, round.persons()))
                                        : byOthers(round));
    }

    /** Read only of those whose contact would be off hours otherwise. */
    private Uni<Round> byUsualHours(Round round) {
        Set<Pair> pairs = round.offHours();
        return pairs.isEmpty()
                ? Uni.createFrom().item(round)
                : encounters
                        .elsewhere(pairs, round.now())
                        .invoke(round::elsewhere)
                        .replaceWith(round);
    }

    // What needs nothing of each other is asked at once: PostgreSQL gets it in one go.
    private Uni<Seen> byOthers(Round round) {
        return Uni.combine()
                .all()
                .unis(alike(round), crowds.attacks(round))
                .asTuple()
                .invoke(read -> round.found(read.getItem1()))
                .invoke(read -> round.inIncidents(read.getItem2().incidents()))
                .chain(
                        read ->
                                Uni.combine()
                                        .all()
                                        .unis(
                                                accounts.acts(round),
                                                crowds.around(round, read.getItem2().sightings()))
                                        .asTuple())
                .invoke(read -> round.byOtherAccounts(read.getItem1()))
                .invoke(read -> round.byCrowds(read.getItem2()))
                .chain(() -> tieTogether.all(round));
    }

    private Uni<List<PatternMarks.Marked>> alike(Round round) {
        return round.own().isEmpty()
                ? Uni.createFrom().item(List.of())
                : marks.alike(round.marks(), round.now().minus(settings.horizon()));
    }
}
