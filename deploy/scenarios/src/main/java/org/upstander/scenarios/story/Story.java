package org.upstander.scenarios.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Something that may happen in a community, and what is to be noticed of it.
 *
 * @param title a few words
 * @param story why it is told, a sentence or two
 * @param start its first day; a Monday where left out
 * @param zone in which its times are told; UTC where left out
 * @param seed of everything that goes by chance
 * @param staff who is protected
 * @param sources platforms that are expected to speak
 * @param accounts that are somebody's second
 * @param events what happens
 * @param arrival how it reaches the system
 * @param expect what is to be noticed
 */
public record Story(
        String title,
        String story,
        LocalDate start,
        ZoneId zone,
        long seed,
        List<Staff> staff,
        List<Source> sources,
        List<Account> accounts,
        List<Event> events,
        Arrival arrival,
        Expected expect) {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);

    public Story {
        start = start == null ? MONDAY : start;
        zone = zone == null ? ZoneOffset.UTC : zone;
        staff = staff == null ? List.of() : List.copyOf(staff);
        sources = sources == null ? List.of() : List.copyOf(sources);
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        events = events == null ? List.of() : List.copyOf(events);
        arrival = arrival == null ? Arrival.AT_ONCE : arrival;
    }

    /**
     * A platform that is watched for silence.
     *
     * @param id platform
     * @param rhythm how long it may be silent
     */
    public record Source(String id, Duration rhythm) {}

    /**
     * An account of somebody who has another one.
     *
     * @param id the second account
     * @param also the first one
     * @param source platform of the second; {@code forum} where left out
     * @param firstSource platform of the first; that of the second where left out
     * @param why how that is known, as it is said on the timeline
     */
    public record Account(String id, String also, String source, String firstSource, String why) {

        public Account {
            source = source == null ? Event.FORUM : source;
            firstSource = firstSource == null ? source : firstSource;
        }
    }

    /**
     * @param within each event comes by chance up to so much later than it happens
     * @param duplicates which part of them comes a second time, 0 to 1
     * @param restarts when the system is stopped hard: all that it only had in mind is gone, and
     *     what came in the ten minutes before comes again
     * @param seed of these chances
     */
    public record Arrival(Duration within, double duplicates, List<Moment> restarts, long seed) {

        public static final Arrival AT_ONCE = new Arrival(null, 0, null, 0);

        public Arrival {
            within = within == null ? Duration.ZERO : within;
            restarts = restarts == null ? List.of() : List.copyOf(restarts);
        }
    }

    /** When a moment of it is. */
    public Instant at(Moment moment) {
        return moment.on(start, zone);
    }

    /** Who that is; throws where nobody is. */
    public Staff member(String id) {
        return staff.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** The same with other chances. */
    public Story seeded(long other) {
        return new Story(
                title, story, start, zone, other, staff, sources, accounts, events, arrival,
                expect);
    }

    /** The same, reaching the system in another way. */
    public Story arriving(Arrival other) {
        return new Story(
                title, story, start, zone, seed, staff, sources, accounts, events, other, expect);
    }
}
