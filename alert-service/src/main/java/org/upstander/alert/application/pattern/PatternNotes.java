package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.application.KeptAssessments;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.pattern.Brewing;
import org.upstander.alert.domain.pattern.PatternKind;
import org.upstander.alert.domain.pattern.PatternSettings;
import org.upstander.alert.domain.pattern.Person;
import org.upstander.alert.domain.pattern.Sighting;

/** Writes down what the next look at a pattern needs. Within the caller's transaction. */
@ApplicationScoped
public class PatternNotes {

    private final KeptAssessments assessments;
    private final PatternMarks marks;
    private final PatternWatch watch;
    private final ToldRuns toldRuns;
    private final PatternIncidents incidents;
    private final PatternSettings settings;

    PatternNotes(
            KeptAssessments assessments,
            PatternMarks marks,
            PatternWatch watch,
            ToldRuns toldRuns,
            PatternIncidents incidents,
            PatternSettings settings) {
        this.assessments = assessments;
        this.marks = marks;
        this.watch = watch;
        this.toldRuns = toldRuns;
        this.incidents = incidents;
        this.settings = settings;
    }

    /** What belongs to incidents now, and what later attacks may have in common with these. */
    public Uni<Void> keep(Seen seen, List<Grouping.Change> changes, Instant now) {
        return Uni.combine()
                .all()
                .unis(
                        join(seen, changes, now),
                        attempts(seen, changes, now),
                        told(seen, changes),
                        marks(seen))
                .discardItems();
    }

    private Uni<Void> join(Seen seen, List<Grouping.Change> changes, Instant now) {
        Set<String> earlier =
                seen.earlier().stream().map(Assessment::id).collect(Collectors.toSet());
        return earlier.isEmpty() || changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : assessments.join(earlier, changes, now);
    }

    private Uni<Void> attempts(Seen seen, List<Grouping.Change> changes, Instant now) {
        List<PatternIncidents.Approached> approached = new ArrayList<>();
        for (Grouping.Change change : changes) {
            for (Assessment one : change.attacks()) {
                if (seen.findings().getOrDefault(one.id(), List.of()).stream()
                        .anyMatch(finding -> finding.kind() == PatternKind.APPROACH)) {
                    approached.add(
                            new PatternIncidents.Approached(
                                    change.incident().id(),
                                    Pair.of(one),
                                    Sighting.of(one, now).at()));
                }
            }
        }
        return approached.isEmpty()
                ? Uni.createFrom().voidItem()
                : incidents.joinAttempts(approached);
    }

    private Uni<Void> marks(Seen seen) {
        return seen.marks().isEmpty() ? Uni.createFrom().voidItem() : marks.add(seen.marks());
    }

    /** Of what an incident is about; what calls nobody is told to nobody. */
    private Uni<Void> told(Seen seen, List<Grouping.Change> changes) {
        Set<ToldRuns.Run> runs =
                changes.stream()
                        .flatMap(change -> change.attacks().stream())
                        .flatMap(one -> seen.findings().getOrDefault(one.id(), List.of()).stream())
                        .filter(finding -> finding.kind().isSlow())
                        .map(finding -> new ToldRuns.Run(finding.kind(), finding.newest()))
                        .collect(Collectors.toSet());
        return runs.isEmpty() ? Uni.createFrom().voidItem() : toldRuns.keep(runs);
    }

    /**
     * Whoever comes nearer to an attack is looked at when all posts of then are there; others, who
     * may be recognised by what is kept of these, at once.
     */
    public Uni<Void> lookLater(List<Assessment> fresh, Seen seen, Instant now) {
        Map<String, Double> bars =
                seen.persons().stream().collect(Collectors.toMap(Person::staffId, Person::bar));
        Instant due = now.plus(settings.lateness());
        Map<Pair, PatternWatch.Due> pairs = new LinkedHashMap<>();
        for (Assessment one : fresh) {
            Sighting post = Sighting.of(one, now);
            double bar = bars.get(one.staffId());
            Brewing author = Brewing.ofAuthor(settings.brewing().at(bar));
            Brewing crowd = Brewing.ofCrowd(settings.crowdBrewing().at(bar));
            Pair pair = Pair.of(one);
            if (author.raises(post) && pair.isKnown()) {
                pairs.putIfAbsent(pair, PatternWatch.Due.once(pair, due));
            }
            if (crowd.raises(post)) {
                Pair everybody = Pair.everybody(one.staffId());
                pairs.putIfAbsent(everybody, PatternWatch.Due.once(everybody, due));
            }
        }
        seen.recognising().stream()
                .map(account -> LookAgainAfter.words(account, now))
                .forEach(one -> pairs.put(one.pair(), one));
        Collection<PatternWatch.Due> all = pairs.values();
        return all.isEmpty() ? Uni.createFrom().voidItem() : watch.watch(all);
    }
}
