package org.upstander.alert.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * Ids that follow from what they name, so that doing the same twice meets itself. Each starts with
 * the version of its rule.
 */
public final class Ids {

    private static final int LENGTH = 32;

    private Ids() {}

    /** Of the incident that an assessment opens. */
    public static String incident(String assessmentId) {
        return "in_" + digest("v1", "incident", assessmentId);
    }

    /**
     * Of the incident that takes these posts out of another, now: they may have been out before.
     */
    public static String split(String incidentId, Collection<String> posts, Instant now) {
        List<String> parts = new ArrayList<>(List.of("v2", "split", incidentId, now.toString()));
        parts.addAll(new TreeSet<>(posts));
        return "in_" + digest(parts.toArray(String[]::new));
    }

    /** Of what a contact is told of a source. */
    public static String sourceNotice(
            String sourceId, String contactId, String state, Instant since) {
        return "sn_" + digest("v1", "source-notice", sourceId, contactId, state, since.toString());
    }

    /** Of what a contact is told of a time in which somebody is attacked more than usual. */
    public static String noiseNotice(String staffId, String contactId, Instant since) {
        return "nn_" + digest("v1", "noise-notice", staffId, contactId, since.toString());
    }

    /** Of the page of an incident at a place in the escalation. */
    public static String page(String incidentId, EscalationPolicy.Position position) {
        String round = Integer.toString(position.round());
        String step = Integer.toString(position.step());
        return "pg_"
                + (position.run() == 0
                        ? digest("v1", "page", incidentId, round, step)
                        : digest(
                                "v1",
                                "page",
                                incidentId,
                                round,
                                step,
                                Integer.toString(position.run())));
    }

    static String digest(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                sha.update(part.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /**
     * Idempotency key of a delivery: the same page to the same address has the same key, in this
     * instance and in every other.
     */
    public record DedupKey(String value) {

        /** Of a page to one method of a contact. */
        public static DedupKey page(String pageId, String contactId, ContactMethod method) {
            return new DedupKey(
                    "dl_"
                            + digest(
                                    "v1",
                                    "page",
                                    pageId,
                                    contactId,
                                    method.channel().wireName(),
                                    method.address()));
        }

        /** Of the neutral notice: one per incident. */
        public static DedupKey notice(String incidentId) {
            return new DedupKey("dl_" + digest("v1", "notice", incidentId));
        }
    }
}
