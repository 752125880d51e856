package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.application.DeclaredAccounts;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.pattern.Crowd;
import org.upstander.alert.domain.pattern.Likeness;
import org.upstander.alert.domain.pattern.PatternSettings;
import org.upstander.alert.domain.pattern.Sighting;

/**
 * Reads who else attacks people: the newest attacks first, which mostly are enough to see whether
 * many attack; all of them, and who those are, where a pile-on begins or has grown. Within the
 * caller's transaction.
 */
@ApplicationScoped
class Crowds {

    /** Of a crowd that goes on these show that it does. */
    private static final int FEW = 40;

    /** So few authors are described anew each time. */
    private static final int SMALL = 16;

    /** More attacks than these say nothing more about how many take part. */
    private static final int MOST = 300;

    private final CrowdHistory history;
    private final PatternMarks marks;
    private final PatternIncidents incidents;
    private final DeclaredAccounts declared;
    private final PatternSettings settings;

    Crowds(
            CrowdHistory history,
            PatternMarks marks,
            PatternIncidents incidents,
            DeclaredAccounts declared,
            PatternSettings settings) {
        this.history = history;
        this.marks = marks;
        this.incidents = incidents;
        this.declared = declared;
        this.settings = settings;
    }

    /** All at once: none of it needs the rest. */
    Uni<Around> around(List<Assessment> attacks, Instant now) {
        if (attacks.isEmpty()) {
            return Uni.createFrom().item(Around.NOTHING);
        }
        Set<String> staff = each(attacks, Assessment::staffId);
        List<PatternMarks.Marked> own =
                attacks.stream().flatMap(one -> marks(one).stream()).toList();
        return Uni.combine()
                .all()
                .unis(
                        history.attacks(staff, since(attacks, now), FEW),
                        incidents.pileOns(staff),
                        marks.alike(own, settings, now),
                        declared.persons(each(attacks, one -> Pair.of(one).author())))
                .with(
                        (stored, pileOns, alike, persons) ->
                                Around.of(
                                        each(attacks, Assessment::id),
                                        own,
                                        stored,
                                        FEW,
                                        pileOns,
                                        alike,
                                        persons));
    }

    private static List<PatternMarks.Marked> marks(Assessment attack) {
        Assessment.Post post = attack.post();
        return Likeness.marks(post.text()).stream()
                .map(
                        mark ->
                                new PatternMarks.Marked(
                                        attack.staffId(),
                                        attack.id(),
                                        post.author().key(post.source()),
                                        post.source(),
                                        mark,
                                        post.postedAt()))
                .toList();
    }

    private Instant since(List<Assessment> attacks, Instant now) {
        Instant since =
                attacks.stream()
                        .map(one -> Sighting.of(one, now).at())
                        .min(Instant::compareTo)
                        .orElse(now)
                        .minus(settings.pileOn().window());
        Instant oldest = now.minus(settings.horizon());
        return since.isBefore(oldest) ? oldest : since;
    }

    /** A crowd for each person who is attacked. */
    Uni<Map<String, Crowd>> of(Round round) {
        Map<String, Crowd> crowds = crowds(round);
        Map<String, Crowd> persons = ofPersons(round, crowds);
        Map<Boolean, Set<String>> attacked = round.attacked(persons);
        Set<String> news = news(round, persons, attacked.get(true));
        Set<String> unread = new HashSet<>(news);
        unread.addAll(attacked.get(false));
        unread.retainAll(round.around().cut());
        return unread.isEmpty()
                ? described(round, crowds, news)
                : history.attacks(unread, since(round.attacks(), round.now()), MOST)
                        .invoke(more -> round.around(round.around().with(more, MOST)))
                        .chain(() -> described(round));
    }

    private Uni<Map<String, Crowd>> described(Round round) {
        Map<String, Crowd> crowds = crowds(round);
        Map<String, Crowd> persons = ofPersons(round, crowds);
        return described(round, crowds, news(round, persons, round.attacked(persons).get(true)));
    }

    /** Those whose pile-on begins, goes on after a while, or is small yet, and at 32, 64, … */
    private Set<String> news(Round round, Map<String, Crowd> crowds, Set<String> piledOn) {
        return piledOn.stream()
                .filter(id -> isNews(crowds.get(id), round.around().pileOns().get(id)))
                .collect(Collectors.toSet());
    }

    private boolean isNews(Crowd crowd, PatternIncidents.PileOn known) {
        if (known == null) {
            return true;
        }
        List<Sighting> attacks = crowd.attacks();
        Instant last = attacks.get(attacks.size() - 1).at();
        int more = known.authors() + 1;
        return known.authors() < SMALL
                || known.lastActivityAt().isBefore(last.minus(settings.pileOn().window()))
                || Integer.highestOneBit(more) != Integer.highestOneBit(known.authors());
    }

    /** With who is new, who joined and who says the same, of those about whom there is news. */
    private Uni<Map<String, Crowd>> described(
            Round round, Map<String, Crowd> crowds, Set<String> news) {
        if (news.isEmpty()) {
            return Uni.createFrom().item(ofPersons(round, crowds));
        }
        List<Sighting> attacks =
                news.stream().flatMap(id -> crowds.get(id).attacks().stream()).toList();
        Set<String> many = attacks.stream().map(Sighting::author).collect(Collectors.toSet());
        Instant now = round.now();
        return Uni.combine()
                .all()
                .unis(
                        history.seenBefore(many, now.minus(settings.newcomer())),
                        history.joined(many, settings.newcomer(), now),
                        marks.sharing(attacks.stream().map(Sighting::id).toList()))
                .with(
                        (known, joins, sharing) -> {
                            Set<String> newcomers = new HashSet<>(many);
                            newcomers.removeAll(known);
                            news.forEach(
                                    id ->
                                            crowds.computeIfPresent(
                                                    id,
                                                    (same, one) ->
                                                            one.with(newcomers, joins, sharing)));
                            return ofPersons(round, crowds);
                        });
    }

    private static Map<String, Crowd> ofPersons(Round round, Map<String, Crowd> crowds) {
        Map<String, Crowd> persons = new HashMap<>(crowds);
        persons.replaceAll((staffId, crowd) -> crowd.ofPersons(round.around().persons()));
        return persons;
    }

    /** As far as it is read; accounts are authors. */
    private static Map<String, Crowd> crowds(Round round) {
        Map<String, List<Crowd.Alike>> alike =
                round.alike().stream()
                        .collect(
                                Collectors.groupingBy(
                                        PatternMarks.Marked::staffId,
                                        Collectors.mapping(Crowds::alike, Collectors.toList())));
        Map<String, List<Sighting>> attacks =
                round.allAttacks().stream().collect(Collectors.groupingBy(Sighting::staffId));
        Map<String, Crowd> crowds = new HashMap<>();
        for (String id : each(round.attacks(), Assessment::staffId)) {
            crowds.put(
                    id,
                    new Crowd(
                            id,
                            attacks.getOrDefault(id, List.of()),
                            round.around().cut().contains(id),
                            alike.getOrDefault(id, List.of())));
        }
        return crowds;
    }

    private static Crowd.Alike alike(PatternMarks.Marked one) {
        return new Crowd.Alike(one.assessmentId(), one.author(), one.source(), one.mark());
    }

    private static Set<String> each(
            Collection<Assessment> attacks, Function<Assessment, String> what) {
        return attacks.stream().map(what).collect(Collectors.toSet());
    }
}
