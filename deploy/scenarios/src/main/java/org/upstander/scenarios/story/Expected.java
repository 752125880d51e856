package org.upstander.scenarios.story;

import java.util.List;

/**
 * What is to be noticed of a story: these incidents and no others.
 *
 * @param incidents none where empty
 * @param notices of sources that are silent, or speak again
 * @param system what a running system, which reads the texts itself, is to notice at least; or
 *     null: the incidents, without severities, counts and times
 * @param gap what the rules can't do yet: they are to differ from this, and to be found out once
 *     they do not; or null
 */
public record Expected(List<Case> incidents, List<Notice> notices, OnSystem system, String gap) {

    public Expected {
        incidents = incidents == null ? List.of() : List.copyOf(incidents);
        notices = notices == null ? List.of() : List.copyOf(notices);
    }

    /**
     * One incident. What is left out may be as it likes.
     *
     * @param staff who is attacked
     * @param patterns which are seen
     * @param severity 1 to 4
     * @param authors at least these
     * @param posts at least so many
     * @param began when the first post of the campaign was written; left out: the incident's first
     * @param opened when
     * @param pages how many people are called how often: times at which the policy begins
     */
    public record Case(
            String staff,
            Patterns patterns,
            Integer severity,
            List<String> authors,
            Integer posts,
            Moment began,
            Span opened,
            Pages pages) {

        public Case {
            authors = authors == null ? List.of() : List.copyOf(authors);
        }
    }

    /**
     * @param exactly these and no others, or null
     * @param contains at least these, or null
     */
    public record Patterns(List<String> exactly, List<String> contains) {}

    /**
     * @param count how many, or null
     * @param at one within each of these spans, in order; empty: whenever
     */
    public record Pages(Integer count, List<Span> at) {

        public Pages {
            at = at == null ? List.of() : List.copyOf(at);
        }
    }

    /**
     * @param from the earliest
     * @param until the latest
     */
    public record Span(Moment from, Moment until) {}

    /**
     * @param source platform
     * @param state {@code blind} or {@code sees}
     * @param told when the contacts of those who are there are told
     */
    public record Notice(String source, String state, Span told) {

        static final List<String> STATES = List.of("blind", "sees");
    }

    /**
     * @param incidents at least these
     * @param others whether there may be others
     * @param gap why it does not hold on a running system yet, or null
     */
    public record OnSystem(List<SystemCase> incidents, boolean others, String gap) {

        public OnSystem {
            incidents = incidents == null ? List.of() : List.copyOf(incidents);
        }
    }

    /**
     * @param staff who is attacked
     * @param patterns at least these
     * @param severity at least
     * @param authors at least these
     */
    public record SystemCase(
            String staff, List<String> patterns, Integer severity, List<String> authors) {

        public SystemCase {
            patterns = patterns == null ? List.of() : List.copyOf(patterns);
            severity = severity == null ? 1 : severity;
            authors = authors == null ? List.of() : List.copyOf(authors);
        }
    }
}
