package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.upstander.alert.domain.Verdict;

/**
 * One author who does not let go of one person: many posts, over days and threads, also where each
 * of them is polite; or some after they were asked to stop. Thanks and praise do not count, and
 * whoever thanks often, too, is a regular.
 */
public final class Persistence {

    /** What tells somebody to stop. */
    private static final Set<String> ASKED_TO_STOP = Set.of("warn", "mute", "suspend", "ban");

    private final Settings settings;

    /**
     * @param window in which posts count
     * @param posts how many there are at least
     * @param days on how many days, in the person's zone
     * @param threads in how many threads
     * @param afterStop posts after they were asked to stop that are enough by themselves
     */
    public record Settings(Duration window, int posts, int days, int threads, int afterStop) {

        public static final Settings USUAL = new Settings(Duration.ofDays(14), 15, 5, 5, 3);
    }

    public Persistence(Settings settings) {
        this.settings = settings;
    }

    /** What a post is part of. */
    public Optional<Finding> find(Encounter encounter, Sighting post) {
        return Stream.concat(afterStop(encounter), many(encounter))
                .filter(finding -> finding.made().contains(post.id()))
                .findFirst();
    }

    private Stream<Finding> afterStop(Encounter encounter) {
        Optional<Instant> asked =
                encounter.acts().stream()
                        .filter(act -> ASKED_TO_STOP.contains(act.action()))
                        .filter(act -> encounter.person().staffId().equals(act.byStaffId()))
                        .map(Encounter.Act::at)
                        .min(Instant::compareTo);
        return asked.stream()
                .map(
                        stop ->
                                posts(encounter).stream()
                                        .filter(one -> one.at().isAfter(stop))
                                        .toList())
                .flatMap(
                        posts ->
                                Runs.of(
                                        posts,
                                        settings.window(),
                                        run -> run.size() >= settings.afterStop())
                                        .stream())
                .map(
                        run ->
                                Finding.of(
                                        PatternKind.PERSISTENCE,
                                        2,
                                        "Persistence: %d posts after being asked to stop"
                                                .formatted(run.size()),
                                        run));
    }

    private Stream<Finding> many(Encounter encounter) {
        ZoneId zone = encounter.person().hours().zone();
        return Runs.of(posts(encounter), settings.window(), run -> isEnough(run, zone)).stream()
                .filter(run -> !isOfARegular(run, encounter))
                .map(run -> found(run, zone));
    }

    /** A third of what they write is thanks or praise, and nothing is an attack. */
    private static boolean isOfARegular(List<Sighting> run, Encounter encounter) {
        Instant first = run.get(0).at();
        Instant last = run.get(run.size() - 1).at();
        long thanks =
                encounter.sightings().stream()
                        .filter(one -> !one.spam() && one.verdict() == Verdict.SUPPORTIVE)
                        .filter(one -> !one.at().isBefore(first) && !one.at().isAfter(last))
                        .count();
        return 2 * thanks >= run.size() && run.stream().noneMatch(Sighting::isAttack);
    }

    private boolean isEnough(List<Sighting> run, ZoneId zone) {
        return run.size() >= settings.posts()
                && days(run, zone) >= settings.days()
                && threads(run) >= settings.threads();
    }

    private static Finding found(List<Sighting> run, ZoneId zone) {
        boolean polite = run.stream().allMatch(one -> one.verdict() == Verdict.NEUTRAL);
        return Finding.of(
                PatternKind.PERSISTENCE,
                polite ? 1 : 2,
                "Persistence: one author, %d posts on %d days in %d threads"
                        .formatted(run.size(), days(run, zone), threads(run)),
                run);
    }

    private static long days(List<Sighting> run, ZoneId zone) {
        return run.stream().map(one -> one.at().atZone(zone).toLocalDate()).distinct().count();
    }

    private static long threads(List<Sighting> run) {
        return run.stream().map(Sighting::thread).filter(Objects::nonNull).distinct().count();
    }

    /** An edit is no other post. */
    private static List<Sighting> posts(Encounter encounter) {
        Set<String> seen = new HashSet<>();
        return encounter.sightings().stream()
                .filter(one -> !one.spam() && one.verdict() != Verdict.SUPPORTIVE)
                .filter(one -> seen.add(one.postId()))
                .toList();
    }
}
