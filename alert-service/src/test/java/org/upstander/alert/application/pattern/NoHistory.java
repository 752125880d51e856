package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.application.DeclaredAccounts;
import org.upstander.alert.application.KeptAssessments;
import org.upstander.alert.application.directory.Stores.ThresholdStore;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.AuthorAlias;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.pattern.Crowd;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.PatternKind;
import org.upstander.alert.domain.pattern.PatternSettings;
import org.upstander.alert.domain.pattern.Sighting;

/** For tests that look at single batches: nothing was ever seen before, and nothing is noted. */
public final class NoHistory
        implements PatternHistory,
                CrowdHistory,
                PatternIncidents,
                PatternMarks,
                PatternWatch,
                ToldRuns,
                KeptAssessments,
                DeclaredAccounts {

    private static final PatternSettings SETTINGS = PatternSettings.USUAL;

    public static WeighByPatterns weighing() {
        NoHistory nothing = new NoHistory();
        return new WeighByPatterns(
                new Encounters(nothing, nothing, ids -> item(List.of()), SETTINGS, bars()),
                new Crowds(nothing, nothing, nothing, nothing, SETTINGS),
                new Accounts(nothing, SETTINGS),
                new TieTogether(nothing, nothing),
                SETTINGS);
    }

    public static PatternNotes notes() {
        NoHistory nothing = new NoHistory();
        return new PatternNotes(nothing, nothing, nothing, nothing, nothing, SETTINGS);
    }

    private static Bars bars() {
        ThresholdStore nobodyPutAny =
                (ThresholdStore)
                        Proxy.newProxyInstance(
                                ThresholdStore.class.getClassLoader(),
                                new Class<?>[] {ThresholdStore.class},
                                (proxy, method, arguments) -> item(Optional.empty()));
        return new Bars(nobodyPutAny, new PatternBars(0.6, 0.4), Clock.systemUTC());
    }

    private static <T> Uni<T> item(T item) {
        return Uni.createFrom().item(item);
    }

    @Override
    public Uni<Map<Pair, Past>> of(Collection<Pair> pairs, Extent extent) {
        return item(Map.of());
    }

    @Override
    public Uni<List<Sighting>> attacksByHandle(Pair pair, Instant since, int most) {
        return item(List.of());
    }

    @Override
    public Uni<Past> ofEverybody(String staffId, Instant since, int most) {
        return item(Past.NOTHING);
    }

    @Override
    public Uni<Attacks> attacks(Collection<String> staffIds, Instant since, int most) {
        return item(new Attacks(List.of(), Map.of(), Map.of()));
    }

    @Override
    public Uni<Map<Pair, List<Instant>>> elsewhere(Collection<Pair> pairs, Instant since) {
        return item(Map.of());
    }

    @Override
    public Uni<Set<String>> seenBefore(Collection<String> authors, Instant before) {
        return item(Set.copyOf(authors));
    }

    @Override
    public Uni<Crowd.Joins> joined(Collection<String> authors, Duration within, Instant now) {
        return item(Crowd.Joins.NONE);
    }

    @Override
    public Uni<Void> joinAttempts(Collection<Approached> attacks) {
        return item(null);
    }

    @Override
    public Uni<Void> join(String incidentId, Pair pair, Collection<String> attempts) {
        return item(null);
    }

    @Override
    public Uni<Map<String, PileOn>> pileOns(Collection<String> staffIds) {
        return item(Map.of());
    }

    @Override
    public Uni<Map<GroupKey, String>> goingOn(
            Collection<Pair> pairs, Collection<PatternKind> kinds) {
        return item(Map.of());
    }

    @Override
    public Uni<List<Holding>> holding(Collection<String> assessmentIds) {
        return item(List.of());
    }

    @Override
    public Uni<List<Marked>> ofKept(Collection<String> assessmentIds) {
        return item(List.of());
    }

    @Override
    public Uni<Set<String>> sharing(Collection<String> assessmentIds) {
        return item(Set.of());
    }

    @Override
    public Uni<List<Marked>> alike(
            Collection<String> marks, Instant since, Instant moderatedSince) {
        return item(List.of());
    }

    @Override
    public Uni<Void> add(Collection<Marked> marks) {
        return item(null);
    }

    @Override
    public Uni<Map<String, List<Encounter.Act>>> actsAgainst(
            Collection<String> authors, Instant since) {
        return item(Map.of());
    }

    @Override
    public Uni<Void> keep(AuthorAlias alias) {
        return item(null);
    }

    @Override
    public Uni<Map<String, String>> persons(Collection<String> authors) {
        return item(Map.of());
    }

    @Override
    public Uni<Void> watch(Collection<Due> due) {
        return item(null);
    }

    @Override
    public Uni<Void> watchAllOf(
            AuthorAlias.Account account, Instant since, Instant recordedSince, Instant now) {
        return item(null);
    }

    @Override
    public Uni<List<Due>> take(Instant now, int most) {
        return item(List.of());
    }

    @Override
    public Uni<List<Assessment>> all(Collection<String> ids) {
        return item(List.of());
    }

    @Override
    public Uni<List<Assessment>> outsideIncidents(Collection<String> ids) {
        return item(List.of());
    }

    @Override
    public Uni<Void> join(Collection<String> earlier, List<Grouping.Change> changes, Instant now) {
        return item(null);
    }

    @Override
    public Uni<Map<Pair, Map<PatternKind, Encounter.Told>>> of(Collection<Pair> pairs) {
        return item(Map.of());
    }

    @Override
    public Uni<Void> keep(Collection<Run> runs) {
        return Uni.createFrom().voidItem();
    }
}
