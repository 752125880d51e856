package org.upstander.ingest.domain;

/**
 * By what somebody joined, an invitation or a campaign: enough to see who came by the same, and
 * nothing to follow it by.
 *
 * @param value the first 32 hex digits of SHA-256 over the source and its name of it
 */
public record Invite(String value) {

    static final int DIGITS = 32;

    static Invite of(Fingerprint fingerprint, String source, String name) {
        return new Invite(fingerprint.start().text("invite").text(source).text(name).hex(DIGITS));
    }
}
