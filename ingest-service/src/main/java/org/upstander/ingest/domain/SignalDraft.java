package org.upstander.ingest.domain;

/** A signal as handed in, while its fields are found; what is never said stays null. */
public final class SignalDraft {

    private String type;
    private String action;
    private String kind;
    private String account;
    private Author author;
    private String by;
    private String staff;
    private String source;
    private String at;
    private String note;
    private String externalId;
    private String invite;
    private String reference;

    /**
     * What a moderator did.
     *
     * @param what {@code ban, suspend, mute, warn, remove-post} or {@code reject-entry}
     */
    public static SignalDraft moderation(String what) {
        return new SignalDraft().type(SignalRules.MODERATION).action(what);
    }

    /**
     * That somebody reached for a member of staff.
     *
     * @param way {@code friend-request, follow, direct-message, email, call} or {@code in-person}
     */
    public static SignalDraft contact(String way) {
        return new SignalDraft().type(SignalRules.CONTACT).kind(way);
    }

    /**
     * That somebody passed a post on.
     *
     * @param post its source's id of it
     */
    public static SignalDraft amplification(String post) {
        return new SignalDraft().type(SignalRules.AMPLIFICATION).externalId(post);
    }

    /** That somebody became a member of the place. */
    public static SignalDraft join() {
        return new SignalDraft().type(SignalRules.JOIN);
    }

    public SignalDraft type(String named) {
        type = named;
        return this;
    }

    public SignalDraft action(String what) {
        action = what;
        return this;
    }

    public SignalDraft kind(String way) {
        kind = way;
        return this;
    }

    /**
     * @param which {@code personal} or {@code professional}
     */
    public SignalDraft account(String which) {
        account = which;
        return this;
    }

    public SignalDraft author(Author who) {
        author = who;
        return this;
    }

    /**
     * @param moderator staff id of who acted
     */
    public SignalDraft by(String moderator) {
        by = moderator;
        return this;
    }

    /**
     * @param approached staff id
     */
    public SignalDraft staff(String approached) {
        staff = approached;
        return this;
    }

    public SignalDraft source(String platform) {
        source = platform;
        return this;
    }

    /**
     * @param when RFC 3339
     */
    public SignalDraft at(String when) {
        at = when;
        return this;
    }

    public SignalDraft note(String words) {
        note = words;
        return this;
    }

    /**
     * @param post its source's id of what was passed on
     */
    public SignalDraft externalId(String post) {
        externalId = post;
        return this;
    }

    /**
     * @param name its source's of the invitation or campaign by which somebody joined
     */
    public SignalDraft invite(String name) {
        invite = name;
        return this;
    }

    /**
     * @param known what its source knows it by, the same whenever it comes
     */
    public SignalDraft reference(String known) {
        reference = known;
        return this;
    }

    public Draft.OfSignal draft() {
        return new Draft.OfSignal(
                type,
                action,
                kind,
                account,
                author,
                by,
                staff,
                source,
                at,
                note,
                externalId,
                invite,
                reference);
    }
}
