package org.upstander.ingest.domain;

/**
 * Names a post for good: the same source and external id give the same id, on every instance and in
 * every version (the rule is frozen by a test; others rely on it).
 *
 * @param value the first 32 hex digits of SHA-256 over the length-prefixed source and external id
 */
public record PostId(String value) {

    static final int DIGITS = 32;

    /** Derives the id. */
    public static PostId of(String source, String externalId) {
        return of(new Fingerprint(), source, externalId);
    }

    static PostId of(Fingerprint fingerprint, String source, String externalId) {
        return new PostId(fingerprint.start().text(source).text(externalId).hex(DIGITS));
    }
}
