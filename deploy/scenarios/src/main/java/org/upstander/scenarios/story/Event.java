package org.upstander.scenarios.story;

import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One entry of a story's events: exactly one of these is there.
 *
 * @param post somebody writes
 * @param moderation somebody is moderated
 * @param contact somebody tries to reach a member of staff in private
 * @param answer whoever is called does something about it
 * @param repeat many write
 */
public record Event(
        Post post, Moderation moderation, Contact contact, Answer answer, Repeat repeat) {

    static final String FORUM = "forum";

    boolean isOne() {
        return Stream.of(post, moderation, contact, answer, repeat).filter(Objects::nonNull).count()
                == 1;
    }

    /**
     * @param at when it is written
     * @param by who writes
     * @param id to name it again: the same id later on is an edit; or null
     * @param source platform; {@code forum} where left out
     * @param thread where it stands, or null
     * @param text what a running system gets to read, and what is held against other texts
     * @param about whom of the staff it means; the only one where left out
     * @param scored what scoring would say of it
     */
    public record Post(
            Moment at,
            String by,
            String id,
            String source,
            String thread,
            String text,
            List<String> about,
            Scored scored) {

        public Post {
            source = source == null ? FORUM : source;
            scored = scored == null ? Scored.NEUTRAL : scored;
        }
    }

    /**
     * @param at when
     * @param action {@code ban}, {@code warn}, …
     * @param against whose account
     * @param source on which platform; {@code forum} where left out
     * @param by which member of staff, or null where the platform does not tell
     */
    public record Moderation(Moment at, String action, String against, String source, String by) {

        static final List<String> ACTIONS =
                List.of("ban", "suspend", "mute", "warn", "remove-post", "reject-entry");

        public Moderation {
            source = source == null ? FORUM : source;
        }
    }

    /**
     * @param at when
     * @param kind {@code friend-request}, {@code call}, …
     * @param account {@code personal} or {@code professional}
     * @param by who
     * @param source on which platform; {@code forum} where left out
     * @param staff whom they want to reach
     */
    public record Contact(
            Moment at, String kind, String account, String by, String source, String staff) {

        static final List<String> KINDS =
                List.of("friend-request", "follow", "direct-message", "email", "call", "in-person");
        static final List<String> ACCOUNTS = List.of("personal", "professional");

        public Contact {
            source = source == null ? FORUM : source;
            account = account == null ? "personal" : account;
        }
    }

    /**
     * @param at when
     * @param staff whose incidents
     * @param with {@code acknowledge} or {@code resolve}
     */
    public record Answer(Moment at, String staff, String with) {

        static final List<String> WITH = List.of("acknowledge", "resolve");
    }

    /**
     * Many posts, spread evenly with some chance over a span.
     *
     * @param from when the span begins
     * @param until when it ends
     * @param daily hours of the day in which they write, {@code 08:00-22:00}; all where left out
     * @param posts how many
     * @param by who; with a number behind where there are several
     * @param authors how many take turns, in a new order each turn; 1 where left out
     * @param sources platforms, in turn; {@code forum} where left out
     * @param thread where they stand, or null; with a number behind where there are several
     * @param threads how many, by chance; 1 where left out
     * @param texts in turn; <code>{n}</code> is the number of the post
     * @param about as of a post
     * @param scored as of a post; the score may rise from the first to the last
     */
    public record Repeat(
            Moment from,
            Moment until,
            Hours daily,
            Integer posts,
            String by,
            Integer authors,
            List<String> sources,
            String thread,
            Integer threads,
            List<String> texts,
            List<String> about,
            Scored scored) {

        public Repeat {
            authors = authors == null ? 1 : authors;
            sources = sources == null || sources.isEmpty() ? List.of(FORUM) : List.copyOf(sources);
            threads = threads == null ? 1 : threads;
            texts = texts == null ? List.of() : List.copyOf(texts);
            scored = scored == null ? Scored.NEUTRAL : scored;
            daily = daily == null ? new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT) : daily;
        }
    }
}
