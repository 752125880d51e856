package org.upstander.alert.application;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.SourceSight;

/** What is said to somebody. Never holds the text of a post nor the name of an author. */
public sealed interface Message {

    /** The incident it is about; empty where it is about none. */
    String incidentId();

    /**
     * To a contact: somebody in your care is under attack.
     *
     * @param incidentId the incident
     * @param staffId who is attacked
     * @param staffName their display name, or the id where they are no longer known
     * @param severity 1 to 4
     * @param categories sorted
     * @param patterns what shows only over time, sorted
     * @param sources platforms, sorted
     * @param postCount posts so far
     * @param authorCount distinct authors so far
     * @param openedAt when the incident opened
     * @param step 1 for the first step of the policy; one more than its steps for the last resort
     * @param reason why this contact is called now, one sentence
     * @param incidentUrl where to read it, behind a login
     * @param acknowledgeUrl signed link to the confirm page of this contact
     * @param locale BCP 47
     */
    record IncidentPage(
            String incidentId,
            String staffId,
            String staffName,
            int severity,
            List<String> categories,
            List<String> patterns,
            List<String> sources,
            int postCount,
            int authorCount,
            Instant openedAt,
            int step,
            String reason,
            URI incidentUrl,
            URI acknowledgeUrl,
            String locale)
            implements Message {

        public IncidentPage {
            categories = List.copyOf(categories);
            patterns = List.copyOf(patterns);
            sources = List.copyOf(sources);
        }
    }

    /**
     * To one address, on a channel that takes bundles: several pages that would have waited.
     *
     * @param pages each about another incident, most urgent first; at least two
     */
    record Bundle(List<IncidentPage> pages) implements Message {

        public Bundle {
            pages = List.copyOf(pages);
        }

        /** Of the most urgent. */
        @Override
        public String incidentId() {
            return pages.get(0).incidentId();
        }
    }

    /**
     * To the attacked member of staff, who opted in: somebody is taking care. Nothing about what
     * was said, where, or by whom.
     *
     * @param incidentId the incident
     * @param staffName their display name
     * @param locale BCP 47
     */
    record TargetNotice(String incidentId, String staffName, String locale) implements Message {

        /** In English. */
        public TargetNotice(String incidentId, String staffName) {
            this(incidentId, staffName, "en");
        }
    }

    /**
     * To where a page went and is kept: it is acknowledged or resolved there, as the incident is.
     *
     * @param page as it would be sent now
     * @param resolved whether it is over; else somebody is at it
     * @param by who did it here, as an id or a name
     */
    record StateChange(IncidentPage page, boolean resolved, String by) implements Message {

        @Override
        public String incidentId() {
            return page.incidentId();
        }
    }

    /**
     * To a mailbox, from time to time: what was paged about since the last one.
     *
     * @param incidents gravest first, without text; at least one
     * @param from of the first page in it
     * @param to until when pages are in it
     */
    record Digest(List<DigestLine> incidents, Instant from, Instant to) implements Message {

        public Digest {
            incidents = List.copyOf(incidents);
        }

        /** None of its own. */
        @Override
        public String incidentId() {
            return "";
        }
    }

    /**
     * An incident in a digest, as it is when that is written.
     *
     * @param incidentId the incident
     * @param staffId who is attacked
     * @param severity 1 to 4
     * @param state open, acknowledged or resolved
     * @param categories sorted
     * @param sources platforms, sorted
     * @param postCount posts so far
     * @param authorCount distinct authors so far
     * @param pages how often it was paged about
     * @param incidentUrl where to read it, behind a login
     */
    record DigestLine(
            String incidentId,
            String staffId,
            int severity,
            String state,
            List<String> categories,
            List<String> sources,
            int postCount,
            int authorCount,
            int pages,
            URI incidentUrl) {

        public DigestLine {
            categories = List.copyOf(categories);
            sources = List.copyOf(sources);
        }
    }

    /**
     * To a contact: a place where people in their care are is not seen, or is again. Nobody is
     * called for it, and nothing is acknowledged.
     *
     * @param sees whether it is seen again; else it is blind
     * @param sourceName what the operator calls the place; from outside
     * @param cause why it is blind, null where it sees
     * @param since when that began
     * @param blindSince since when posts are or were missing
     * @param locale BCP 47
     */
    record SourceNotice(
            boolean sees,
            String sourceName,
            SourceSight.Cause cause,
            Instant since,
            Instant blindSince,
            String locale)
            implements Message {

        /** None. */
        @Override
        public String incidentId() {
            return "";
        }
    }

    /**
     * To a contact: somebody in their care is attacked more than usual. Numbers only. Nobody is
     * called for it, and nothing is acknowledged.
     *
     * @param staffId who is attacked
     * @param attacks within the hours
     * @param mentions all but spam within the hours
     * @param supportive of these
     * @param usual share of attacks, 0 to 1
     * @param upperLimit of that share, for so many mentions
     * @param hours how long was looked at
     * @param locale BCP 47
     */
    record NoiseNotice(
            String staffId,
            long attacks,
            long mentions,
            long supportive,
            double usual,
            double upperLimit,
            long hours,
            String locale)
            implements Message {

        /** None. */
        @Override
        public String incidentId() {
            return "";
        }
    }

    /**
     * To a contact, about an address of theirs and no incident: a one-time code, or a test.
     *
     * @param title one line of our own
     * @param text one paragraph of our own
     * @param locale in which they are written, BCP 47
     */
    record Note(String title, String text, String locale) implements Message {

        /** In English. */
        public Note(String title, String text) {
            this(title, text, "en");
        }

        /** None. */
        @Override
        public String incidentId() {
            return "";
        }
    }
}
