package org.upstander.scenarios.story;

import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Verdict;

/** One thing that happens, with its time. */
public sealed interface Happening {

    /** What makes it the same when it comes again. */
    String id();

    Instant at();

    /** Where it happens, or null. */
    String source();

    /**
     * Somebody writes, or edits.
     *
     * @param id of this revision
     * @param postId of the post, over all revisions
     * @param createdAt when the post was first written
     * @param by account
     * @param thread or null
     * @param about ids of staff
     * @param says what scoring would say
     */
    record Written(
            String id,
            String postId,
            Instant at,
            Instant createdAt,
            String by,
            String source,
            String thread,
            String text,
            List<String> about,
            Says says)
            implements Happening {

        /** Whether it is a later revision. */
        public boolean isEdit() {
            return at.isAfter(createdAt);
        }
    }

    /**
     * @param score probability of an attack, 0 to 1
     * @param severity 0 to 4
     */
    record Says(
            Verdict verdict,
            int severity,
            double score,
            String binding,
            List<String> categories,
            boolean spam) {}

    /**
     * Somebody is moderated.
     *
     * @param by id of staff, or null
     */
    record Moderated(String id, Instant at, String action, String against, String source, String by)
            implements Happening {}

    /**
     * Somebody tries to reach a member of staff in private.
     *
     * @param personal whether on an account of their own
     */
    record Approached(
            String id,
            Instant at,
            String kind,
            boolean personal,
            String by,
            String source,
            String staff)
            implements Happening {}

    /**
     * Whoever is called does something about it.
     *
     * @param resolves or else acknowledges
     */
    record Answered(String id, Instant at, String staff, boolean resolves) implements Happening {

        @Override
        public String source() {
            return null;
        }
    }
}
