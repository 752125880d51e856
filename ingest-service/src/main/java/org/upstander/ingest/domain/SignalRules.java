package org.upstander.ingest.domain;

import java.time.Instant;
import java.util.List;

/**
 * Decides which signals are admitted, and gives them their ids. For the signals of one request, by
 * one thread.
 */
public final class SignalRules {

    static final String MODERATION = "moderation-action";
    static final String CONTACT = "contact-attempt";
    static final String AMPLIFICATION = "amplification";
    static final String JOIN = "member-joined";
    private static final String BELONGS = "belongs to a %s: leave it out.";
    private static final String NOTHING = "means nothing of %s: leave it out.";

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
        String source = source(checks, draft);
        String externalId = externalId(checks, draft);
        String invite = invite(checks, draft);
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
                        note,
                        externalId,
                        externalId == null ? null : PostId.of(fingerprint, source, externalId),
                        invite == null ? null : Invite.of(fingerprint, source, invite)));
    }

    private static void kind(Checks checks, Draft.OfSignal draft) {
        switch (draft.type() == null ? "" : draft.type()) {
            case MODERATION -> {
                needed(checks, "/action", draft.action(), Limits.ACTIONS);
                checks.absent("/kind", draft.kind(), BELONGS.formatted(CONTACT));
                checks.absent("/account", draft.account(), BELONGS.formatted(CONTACT));
            }
            case CONTACT -> {
                needed(checks, "/kind", draft.kind(), Limits.KINDS);
                checks.absent("/action", draft.action(), BELONGS.formatted(MODERATION));
            }
            case AMPLIFICATION -> concernsNobodyOfTheStaff(checks, draft, "an " + AMPLIFICATION);
            case JOIN -> concernsNobodyOfTheStaff(checks, draft, "a " + JOIN);
            default -> {
                if (draft.type() == null) {
                    checks.missing("/type", String.join(" or ", Limits.SIGNAL_TYPES) + ".");
                } else {
                    checks.oneOf("/type", draft.type(), Limits.SIGNAL_TYPES);
                }
            }
        }
    }

    private static void concernsNobodyOfTheStaff(Checks checks, Draft.OfSignal draft, String what) {
        checks.absent("/action", draft.action(), BELONGS.formatted(MODERATION));
        checks.absent("/kind", draft.kind(), BELONGS.formatted(CONTACT));
        checks.absent("/account", draft.account(), BELONGS.formatted(CONTACT));
        checks.absent("/by", draft.by(), NOTHING.formatted(what));
        checks.absent("/staff", draft.staff(), NOTHING.formatted(what));
        checks.absent("/note", draft.note(), NOTHING.formatted(what));
    }

    private static String source(Checks checks, Draft.OfSignal draft) {
        return draft.isAmplification() || draft.isJoin()
                ? checks.required(
                        "/source", draft.source(), Limits.SOURCE, "name the platform, as forum.")
                : checks.optional("/source", draft.source(), Limits.SOURCE);
    }

    /** Beside another type it was never looked at, and is not now. */
    private static String externalId(Checks checks, Draft.OfSignal draft) {
        return draft.isAmplification()
                ? checks.required(
                        "/externalId",
                        draft.externalId(),
                        Limits.EXTERNAL_ID,
                        "give the platform's own id of the post that was passed on.")
                : null;
    }

    /** Likewise. */
    private static String invite(Checks checks, Draft.OfSignal draft) {
        return draft.isJoin() ? checks.optional("/invite", draft.invite(), Limits.INVITE) : null;
    }

    private static void needed(Checks checks, String pointer, String value, List<String> allowed) {
        if (value == null) {
            checks.missing(pointer, "one of " + String.join(", ", allowed) + ".");
        } else {
            checks.oneOf(pointer, value, allowed);
        }
    }
}
