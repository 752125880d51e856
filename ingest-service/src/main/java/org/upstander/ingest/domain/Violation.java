package org.upstander.ingest.domain;

/**
 * One thing that is wrong with an item.
 *
 * @param pointer JSON pointer to the field within the item; empty for the item itself
 * @param reason the kind
 * @param limit the limit that was passed, or null where none is involved
 * @param detail what is wrong and how to mend it, in a sentence; never quotes the item
 */
public record Violation(String pointer, RejectReason reason, Long limit, String detail) {

    /** One that involves no limit. */
    public static Violation of(String pointer, RejectReason reason, String detail) {
        return new Violation(pointer, reason, null, detail);
    }

    /** One that passes a limit. */
    public static Violation over(String pointer, long limit, String detail) {
        return new Violation(pointer, RejectReason.TOO_LARGE, limit, detail);
    }
}
