package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.Maintenance;
import org.upstander.alert.domain.PileOn;
import org.upstander.alert.domain.Silence;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/** Holds pages back that a silence or a pile-on covers, and says so on the timeline once. */
@ApplicationScoped
class HoldPages {

    /** A pile-on ends without telling anybody. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(2);

    /** A silence that is deleted in the instant in which a page is held does not see the page. */
    private static final Duration LOOK_AT_MOST = Duration.ofMinutes(10);

    private final ActiveSilences silences;
    private final HoldStore holds;
    private final Timeline timeline;
    private final EngineSettings settings;

    HoldPages(
            ActiveSilences silences, HoldStore holds, Timeline timeline, EngineSettings settings) {
        this.silences = silences;
        this.holds = holds;
        this.timeline = timeline;
        this.settings = settings;
    }

    /** What holds, and for whom that matters. */
    private record Seen(
            List<Silence> silences,
            Map<String, List<Author>> authors,
            List<PileOn> pileOns,
            Map<String, HoldStore.By> known,
            Set<String> checkIns) {}

    /**
     * @param hold of which page, by what
     * @param reason for the timeline
     */
    private record Held(HoldStore.Hold hold, String reason) {

        static Held by(Silence silence, PageStore.DuePage page, Instant now) {
            Instant again = now.plus(LOOK_AT_MOST);
            return new Held(
                    new HoldStore.Hold(
                            page.id(),
                            new HoldStore.By(silence.id(), null),
                            silence.endsAt().isBefore(again) ? silence.endsAt() : again),
                    "%s holds the page back until %s"
                            .formatted(Maintenance.words(silence.id()), silence.endsAt()));
        }

        static Held by(PileOn pileOn, PageStore.DuePage page, Instant now) {
            return new Held(
                    new HoldStore.Hold(
                            page.id(),
                            new HoldStore.By(null, pileOn.incidentId()),
                            now.plus(LOOK_AGAIN)),
                    "Incident %s, a pile-on on the same person, is paged for instead"
                            .formatted(pileOn.incidentId()));
        }
    }

    /**
     * Puts back what is held.
     *
     * @param due claimed pages
     * @return those that are free to fire
     */
    Uni<List<PageStore.DuePage>> free(List<PageStore.DuePage> due, Instant now) {
        return look(due, now).chain(seen -> sort(due, seen, now));
    }

    /** What would hold these pages now, as a sentence, by page. Puts nothing back. */
    Uni<Map<String, String>> reasons(List<PageStore.DuePage> pages, Instant now) {
        return look(pages, now)
                .map(
                        seen -> {
                            Map<String, String> reasons = new HashMap<>();
                            for (PageStore.DuePage page : pages) {
                                decide(page, seen, now)
                                        .ifPresent(held -> reasons.put(page.id(), held.reason()));
                            }
                            return reasons;
                        });
    }

    private Uni<Seen> look(List<PageStore.DuePage> due, Instant now) {
        Set<String> incidents = each(due, page -> page.incident().id());
        Set<String> staff = each(due, page -> page.incident().staffId());
        return silences.at(now)
                .chain(
                        active ->
                                Uni.combine()
                                        .all()
                                        .unis(
                                                authors(active, incidents),
                                                holds.pileOns(staff),
                                                known(due),
                                                checkIns(active, due))
                                        .usingConcurrencyOf(1)
                                        .with(
                                                (authors, pileOns, known, checkIns) ->
                                                        new Seen(
                                                                active, authors, pileOns, known,
                                                                checkIns)));
    }

    private Uni<Map<String, HoldStore.By>> known(List<PageStore.DuePage> due) {
        return holds.known(each(due, PageStore.DuePage::id));
    }

    /** Nobody heard from the attacked: that is about her, and no silence knew of it. */
    private Uni<Set<String>> checkIns(List<Silence> active, List<PageStore.DuePage> due) {
        return active.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : holds.checkIns(each(due, PageStore.DuePage::id));
    }

    private Uni<Map<String, List<Author>>> authors(List<Silence> active, Set<String> incidents) {
        return active.stream().allMatch(silence -> silence.matchers().authors().isEmpty())
                ? Uni.createFrom().item(Map.of())
                : holds.authors(incidents);
    }

    private Uni<List<PageStore.DuePage>> sort(List<PageStore.DuePage> due, Seen seen, Instant now) {
        List<PageStore.DuePage> free = new ArrayList<>();
        List<TimelineEntry> told = new ArrayList<>();
        Map<String, HoldStore.Hold> held = new HashMap<>();
        for (PageStore.DuePage page : due) {
            HoldStore.By before = seen.known().get(page.id());
            Optional<Held> decided = decide(page, seen, now);
            if (decided.isEmpty()) {
                free.add(page);
                if (before != null) {
                    told.add(told(page, now, "Nothing holds the page back any more"));
                }
            } else {
                held.put(page.id(), decided.get().hold());
                if (!decided.get().hold().by().equals(before)) {
                    told.add(told(page, now, decided.get().reason()));
                }
            }
        }
        Collection<String> released =
                seen.known().keySet().stream().filter(id -> !held.containsKey(id)).toList();
        return holds.hold(held.values())
                .chain(() -> holds.release(released))
                .chain(() -> timeline.add(told))
                .replaceWith(free);
    }

    private Optional<Held> decide(PageStore.DuePage page, Seen seen, Instant now) {
        List<Author> authors = seen.authors().getOrDefault(page.incident().id(), List.of());
        Optional<Held> silenced =
                seen.silences().stream()
                        .filter(silence -> !seen.checkIns().contains(page.id()))
                        .filter(silence -> silence.holds(page.incident(), authors, now))
                        .max(Comparator.comparing(Silence::endsAt).thenComparing(Silence::id))
                        .map(silence -> Held.by(silence, page, now));
        return silenced.or(
                () ->
                        seen.pileOns().stream()
                                .filter(one -> one.inhibits(page.incident(), settings.window()))
                                .filter(one -> !isPileOn(page, seen))
                                .min(Comparator.comparing(PileOn::incidentId))
                                .map(one -> Held.by(one, page, now)));
    }

    /** Two pile-ons on one person page both: else each could hold the other. */
    private static boolean isPileOn(PageStore.DuePage page, Seen seen) {
        return seen.pileOns().stream()
                .anyMatch(one -> one.incidentId().equals(page.incident().id()));
    }

    private static TimelineEntry told(PageStore.DuePage page, Instant now, String reason) {
        return new TimelineEntry(page.incident().id(), now, What.NOT_PAGED, reason);
    }

    private static <T> Set<T> each(
            List<PageStore.DuePage> due, Function<PageStore.DuePage, T> part) {
        return due.stream().map(part).collect(Collectors.toSet());
    }
}
