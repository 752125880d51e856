package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.pattern.Crowd;
import org.upstander.alert.domain.pattern.PatternSettings;
import org.upstander.alert.domain.pattern.Sighting;

/** Reads who else attacks people. Within the caller's transaction. */
@ApplicationScoped
class Crowds {

    /** More attacks than these say nothing more about how many take part. */
    private static final int MOST = 300;

    private final PatternHistory history;
    private final PatternSettings settings;

    Crowds(PatternHistory history, PatternSettings settings) {
        this.history = history;
        this.settings = settings;
    }

    /** A crowd for each person who is attacked. */
    Uni<Map<String, Crowd>> around(Round round) {
        List<Assessment> attacks = round.attacks();
        Instant now = round.now();
        Set<String> staff = attacks.stream().map(Assessment::staffId).collect(Collectors.toSet());
        List<Sighting> fresh = attacks.stream().map(one -> Sighting.of(one, now)).toList();
        Instant since =
                fresh.stream()
                        .map(Sighting::at)
                        .min(Instant::compareTo)
                        .orElse(now)
                        .minus(settings.pileOn().window());
        Instant oldest = now.minus(settings.horizon());
        return history.attacks(staff, since.isBefore(oldest) ? oldest : since, MOST)
                .chain(
                        stored -> {
                            List<Sighting> all =
                                    Stream.concat(stored.stream(), fresh.stream()).toList();
                            return newcomers(all, staff, now)
                                    .map(newcomers -> crowds(staff, all, newcomers, round.alike()));
                        });
    }

    /** Asked only where there may be enough of them. */
    private Uni<Set<String>> newcomers(List<Sighting> attacks, Set<String> staff, Instant now) {
        Map<String, Set<String>> authors = new HashMap<>();
        attacks.forEach(
                one ->
                        authors.computeIfAbsent(one.staffId(), id -> new HashSet<>())
                                .add(one.author()));
        Set<String> many =
                authors.values().stream()
                        .filter(some -> some.size() >= settings.pileOn().authors())
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet());
        Duration newcomer = settings.newcomer();
        return many.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : history.seenBefore(many, now.minus(newcomer))
                        .map(
                                known ->
                                        many.stream()
                                                .filter(one -> !known.contains(one))
                                                .collect(Collectors.toSet()));
    }

    private static Map<String, Crowd> crowds(
            Set<String> staff,
            List<Sighting> attacks,
            Set<String> newcomers,
            List<PatternMarks.Marked> marked) {
        return staff.stream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                id -> {
                                    List<Crowd.Alike> alike = new ArrayList<>();
                                    marked.stream()
                                            .filter(one -> one.staffId().equals(id))
                                            .map(Crowds::alike)
                                            .forEach(alike::add);
                                    return new Crowd(
                                            id,
                                            attacks.stream()
                                                    .filter(one -> one.staffId().equals(id))
                                                    .toList(),
                                            newcomers,
                                            alike);
                                }));
    }

    private static Crowd.Alike alike(PatternMarks.Marked one) {
        return new Crowd.Alike(one.assessmentId(), one.author(), one.source(), one.mark());
    }
}
