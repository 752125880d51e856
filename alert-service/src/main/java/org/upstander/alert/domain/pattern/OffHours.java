package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Contact outside of somebody's working hours, counted for each author, however friendly it is:
 * whoever writes to a person night after night seeks her and not the moderator. Only what is
 * addressed to her counts, and what comes in the evening weighs less than what comes at night:
 * members have evenings, too. Nor is it one where its author writes to others of the staff at the
 * same hours, on half as many nights at least: that is when they are up.
 */
public final class OffHours {

    /** Written to her, not only of her. */
    private static final Set<String> ADDRESSED = Set.of("handle", "reply", "nickname", "protected");

    /** A night belongs to the day on which it began. */
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private final Settings settings;

    /**
     * @param window in which contacts count
     * @param night what one at night weighs
     * @param offHours what another outside of working hours weighs
     * @param weight sum from which on it is a pattern
     * @param nights different nights that it takes at least
     */
    public record Settings(
            Duration window, double night, double offHours, double weight, int nights) {

        public static final Settings USUAL = new Settings(Duration.ofDays(14), 2, 0.5, 10, 4);
    }

    public OffHours(Settings settings) {
        this.settings = settings;
    }

    /** What a post is part of. */
    public Optional<Finding> find(Encounter encounter, Sighting post) {
        WorkingHours hours = encounter.person().hours();
        return Runs.of(contacts(encounter), settings.window(), () -> new Weight(hours)).stream()
                .filter(run -> isUnusual(run, encounter))
                .map(run -> found(run, hours))
                .filter(finding -> finding.made().contains(post.id()))
                .findFirst();
    }

    /** Whether it is one without what came at hours at which its author writes anyway. */
    private boolean isUnusual(List<Sighting> run, Encounter encounter) {
        if (encounter.elsewhere().isEmpty()) {
            return true;
        }
        WorkingHours hours = encounter.person().hours();
        UsualHours usual =
                new UsualHours(encounter.elsewhere(), run.get(run.size() - 1).at(), hours.zone());
        long half = (nights(run, hours) + 1) / 2;
        Weight rest = new Weight(hours);
        run.stream().filter(one -> !usual.include(one.at(), half)).forEach(rest::add);
        return rest.isEnough();
    }

    private static Finding found(List<Sighting> run, WorkingHours hours) {
        return Finding.of(
                PatternKind.OFF_HOURS,
                1,
                "Off hours: one author, %s to the person outside of working hours, on %s"
                        .formatted(
                                Spans.counted(run.size(), "post", "posts"),
                                Spans.counted(nights(run, hours), "night", "nights")),
                run);
    }

    private static long nights(List<Sighting> run, WorkingHours hours) {
        return run.stream()
                .map(Sighting::at)
                .filter(hours::isNight)
                .map(at -> night(at, hours))
                .distinct()
                .count();
    }

    private static LocalDate night(Instant at, WorkingHours hours) {
        return night(at, hours.zone());
    }

    static LocalDate night(Instant at, ZoneId zone) {
        return at.minus(HALF_A_DAY).atZone(zone).toLocalDate();
    }

    /** An edit is no other post; what somebody was told of makes no other run. */
    private static List<Sighting> contacts(Encounter encounter) {
        WorkingHours hours = encounter.person().hours();
        Set<String> seen = new HashSet<>();
        List<Sighting> all =
                encounter.sightings().stream()
                        .filter(one -> !one.spam() && ADDRESSED.contains(one.binding()))
                        .filter(one -> !hours.covers(one.at()))
                        .filter(one -> seen.add(one.postId()))
                        .toList();
        return encounter.sinceTold(all, PatternKind.OFF_HOURS);
    }

    /** What contacts weigh together, and on how many nights they were. */
    private final class Weight implements Runs.Tally {

        private final WorkingHours hours;
        private final Runs.Different<LocalDate> nights = new Runs.Different<>();
        private int atNight;
        private int others;

        private Weight(WorkingHours hours) {
            this.hours = hours;
        }

        @Override
        public void add(Sighting post) {
            if (hours.isNight(post.at())) {
                atNight++;
                nights.add(night(post.at(), hours));
            } else {
                others++;
            }
        }

        @Override
        public void remove(Sighting post) {
            if (hours.isNight(post.at())) {
                atNight--;
                nights.remove(night(post.at(), hours));
            } else {
                others--;
            }
        }

        @Override
        public boolean isEnough() {
            return atNight * settings.night() + others * settings.offHours() >= settings.weight()
                    && nights.count() >= settings.nights();
        }
    }
}
