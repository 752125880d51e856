package org.upstander.ingest.domain;

import java.time.Instant;
import java.util.List;

/**
 * Decides which signals are admitted, and gives them their ids. For the signals of one request, by
 * one thread.
 */
public final class SignalRules {

    private static final String MODERATION = "moderation-action";
    private static final String CONTACT = "contact-attempt";

    private final Instant receivedAt;
    private final Fingerprint fingerprint = new Fingerprint();

    /**
     * @param receivedAt when the request came
     */
    public SignalRules(Instant receivedAt) {
        this.receivedAt = receivedAt;
    }

    /** Admits or refuses one signal. */
    public Admission<Signal> admit(Draft.OfSignal draft) {
        Checks checks = new Checks(receivedAt);
        kind(checks, draft);
        checks.oneOf("/account", draft.account(), Limits.ACCOUNTS);
        Author author = checks.author("/author", draft.author(), true);
        String by = checks.optional("/by", draft.by(), Limits.STAFF_ID);
        String staff = checks.optional("/staff", draft.staff(), Limits.STAFF_ID);
        String source = checks.optional("/source", draft.source(), Limits.SOURCE);
        String note = checks.optional("/note", draft.note(), Limits.NOTE);
        if (draft.at() == null || draft.at().isBlank()) {
            // Our own clock would make another id out of every retry.
            checks.missing("/at", "say when it happened, as 2026-11-23T12:00:00Z.");
        }
        Instant at = checks.time("/at", draft.at());
        if (!checks.found().isEmpty()) {
            return new Admission.Rejected<>(null, checks.found());
        }
        return new Admission.Accepted<>(
                new Signal(
                        SignalId.of(fingerprint, draft, author),
                        draft.type(),
                        draft.action(),
                        draft.kind(),
                        draft.account(),
                        author,
                        by,
                        staff,
                        source,
                        at,
                        receivedAt,
                        note));
    }

    private static void kind(Checks checks, Draft.OfSignal draft) {
        if (draft.type() == null || !Limits.SIGNAL_TYPES.contains(draft.type())) {
            if (draft.type() == null) {
                checks.missing("/type", String.join(" or ", Limits.SIGNAL_TYPES) + ".");
            } else {
                checks.oneOf("/type", draft.type(), Limits.SIGNAL_TYPES);
            }
            return;
        }
        if (draft.type().equals(MODERATION)) {
            needed(checks, "/action", draft.action(), Limits.ACTIONS);
            checks.absent("/kind", draft.kind(), "belongs to a " + CONTACT + ": leave it out.");
            checks.absent(
                    "/account", draft.account(), "belongs to a " + CONTACT + ": leave it out.");
        } else {
            needed(checks, "/kind", draft.kind(), Limits.KINDS);
            checks.absent(
                    "/action", draft.action(), "belongs to a " + MODERATION + ": leave it out.");
        }
    }

    private static void needed(Checks checks, String pointer, String value, List<String> allowed) {
        if (value == null) {
            checks.missing(pointer, "one of " + String.join(", ", allowed) + ".");
        } else {
            checks.oneOf(pointer, value, allowed);
        }
    }
}
