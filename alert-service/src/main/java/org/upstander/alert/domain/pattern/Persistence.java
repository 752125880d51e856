package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
 * of them is polite; or some after they were asked to stop. Criticism of a decision does not count,
 * however much there is of it, nor do thanks and praise, and whoever thanks often, too, is a
 * regular.
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
     * @param afterStop posts within the window after they were asked to stop that are enough
     * @param afterStopThreads in how many threads these are: an appeal stays in its own
     */
    public record Settings(
            Duration window,
            int posts,
            int days,
            int threads,
            int afterStop,
            int afterStopThreads) {

        public static final Settings USUAL = new Settings(Duration.ofDays(14), 15, 5, 5, 3, 3);
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
        List<Instant> stops =
                encounter.acts().stream()
                        .filter(act -> ASKED_TO_STOP.contains(act.action()))
                        .filter(act -> encounter.person().staffId().equals(act.byStaffId()))
                        .map(Encounter.Act::at)
                        .toList();
        List<Sighting> after =
                posts(encounter).stream()
                        .filter(one -> stops.stream().anyMatch(stop -> isAfter(stop, one)))
                        .toList();
        return runs(encounter, after, settings.afterStop(), 0, settings.afterStopThreads())
                .map(
                        run ->
                                Finding.of(
                                        PatternKind.PERSISTENCE,
                                        2,
                                        "Persistence: %s after being asked to stop"
                                                .formatted(posts(run)),
                                        run));
    }

    private boolean isAfter(Instant stop, Sighting post) {
        return post.at().isAfter(stop) && !post.at().isAfter(stop.plus(settings.window()));
    }

    private Stream<Finding> many(Encounter encounter) {
        ZoneId zone = encounter.person().hours().zone();
        return runs(
                        encounter,
                        posts(encounter),
                        settings.posts(),
                        settings.days(),
                        settings.threads())
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

    private Stream<List<Sighting>> runs(
            Encounter encounter, List<Sighting> posts, int least, int days, int threads) {
        ZoneId zone = encounter.person().hours().zone();
        return Runs.of(posts, settings.window(), () -> new Spread(zone, least, days, threads))
                .stream();
    }

    private static Finding found(List<Sighting> run, ZoneId zone) {
        boolean polite = run.stream().allMatch(one -> one.verdict() == Verdict.NEUTRAL);
        return Finding.of(
                PatternKind.PERSISTENCE,
                polite ? 1 : 2,
                "Persistence: one author, %s on %s in %s"
                        .formatted(
                                posts(run),
                                Spans.counted(days(run, zone), "day", "days"),
                                Spans.counted(threads(run), "thread", "threads")),
                run);
    }

    private static String posts(List<Sighting> run) {
        return Spans.counted(run.size(), "post", "posts");
    }

    private static long days(List<Sighting> run, ZoneId zone) {
        return run.stream().map(one -> day(one, zone)).distinct().count();
    }

    private static LocalDate day(Sighting post, ZoneId zone) {
        return post.at().atZone(zone).toLocalDate();
    }

    private static long threads(List<Sighting> run) {
        return run.stream().map(Sighting::thread).filter(Objects::nonNull).distinct().count();
    }

    /** An edit is no other post; what somebody was told of makes no other run. */
    private static List<Sighting> posts(Encounter encounter) {
        Set<String> seen = new HashSet<>();
        List<Sighting> all =
                encounter.sightings().stream()
                        .filter(
                                one ->
                                        one.isAttack()
                                                || one.verdict() == Verdict.NEUTRAL && !one.spam())
                        .filter(one -> seen.add(one.postId()))
                        .toList();
        return encounter.sinceTold(all, PatternKind.PERSISTENCE);
    }

    /** Over how many days and threads how many posts are spread, beside what is the least. */
    private static final class Spread implements Runs.Tally {

        private final ZoneId zone;
        private final int leastPosts;
        private final int leastDays;
        private final int leastThreads;
        private final Runs.Different<LocalDate> days = new Runs.Different<>();
        private final Runs.Different<String> threads = new Runs.Different<>();
        private int posts;

        private Spread(ZoneId zone, int leastPosts, int leastDays, int leastThreads) {
            this.zone = zone;
            this.leastPosts = leastPosts;
            this.leastDays = leastDays;
            this.leastThreads = leastThreads;
        }

        @Override
        public void add(Sighting post) {
            posts++;
            days.add(day(post, zone));
            if (post.thread() != null) {
                threads.add(post.thread());
            }
        }

        @Override
        public void remove(Sighting post) {
            posts--;
            days.remove(day(post, zone));
            if (post.thread() != null) {
                threads.remove(post.thread());
            }
        }

        @Override
        public boolean isEnough() {
            return posts >= leastPosts
                    && days.count() >= leastDays
                    && threads.count() >= leastThreads;
        }
    }
}
