package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.PatternSettings;
import org.upstander.alert.domain.pattern.Patterns;

/**
 * Weighs assessments in the light of what was before: first by what their authors did, then attacks
 * by what others do. It reads what belongs to them, as many rows as its limits allow, and writes
 * nothing.
 */
@ApplicationScoped
public class WeighByPatterns {

    /** How other accounts of the authors are recognised, and what was done about them. */
    private interface OtherAccounts {

        Uni<Map<String, List<Encounter.Act>>> acts(Round round);
    }

    private final Encounters encounters;
    private final Crowds crowds;
    private final Accounts accounts;
    private final TieTogether tieTogether;
    private final PatternSettings settings;

    WeighByPatterns(
            Encounters encounters,
            Crowds crowds,
            Accounts accounts,
            TieTogether tieTogether,
            PatternSettings settings) {
        this.encounters = encounters;
        this.crowds = crowds;
        this.accounts = accounts;
        this.tieTogether = tieTogether;
        this.settings = settings;
    }

    /**
     * What is stored and mostly needed to weigh them, all of it asked for at once. Within the
     * caller's transaction.
     *
     * @param assessments some of which may be stored already
     */
    public Uni<Background> before(List<Assessment> assessments, Instant now) {
        return Uni.combine()
                .all()
                .unis(
                        encounters.before(assessments, now),
                        crowds.around(
                                assessments.stream().filter(one -> one.pages(1)).toList(), now))
                .with(Background::new);
    }

    /** Those that are stored, by what was stored with them. Within the caller's transaction. */
    Uni<Seen> weigh(List<Assessment> stored, Instant now) {
        return before(stored, now)
                .chain(background -> weigh(stored, background, accounts::actsOfStored, now));
    }

    /**
     * Within the caller's transaction.
     *
     * @param assessments of those for which the background was read
     */
    public Uni<Seen> weigh(List<Assessment> assessments, Background background, Instant now) {
        return weigh(assessments, background, accounts::acts, now);
    }

    private Uni<Seen> weigh(
            List<Assessment> assessments,
            Background background,
            OtherAccounts otherAccounts,
            Instant now) {
        return byUsualHours(
                        new Round(new Patterns(settings), assessments, background.before(), now))
                .chain(
                        round ->
                                round.attacks().isEmpty()
                                        ? Uni.createFrom()
                                                .item(Seen.nothing(assessments, round.persons()))
                                        : byOthers(round, background.around(), otherAccounts));
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

    private Uni<Seen> byOthers(Round round, Around known, OtherAccounts otherAccounts) {
        return around(round, known)
                .invoke(others -> round.around(others))
                .chain(
                        () ->
                                Uni.combine()
                                        .all()
                                        .unis(otherAccounts.acts(round), crowds.of(round))
                                        .asTuple())
                .invoke(read -> round.byOtherAccounts(read.getItem1()))
                .invoke(read -> round.byCrowds(read.getItem2()))
                .chain(() -> tieTogether.all(round));
    }

    /** Who counts as an attack only by what its author did was not known to be one. */
    private Uni<Around> around(Round round, Around known) {
        List<Assessment> attacks = round.attacks();
        return known.of().containsAll(attacks.stream().map(Assessment::id).toList())
                ? Uni.createFrom().item(known)
                : crowds.around(attacks, round.now());
    }
}
