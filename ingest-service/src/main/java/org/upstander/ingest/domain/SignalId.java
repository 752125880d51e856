package org.upstander.ingest.domain;

/**
 * Names a signal by its content, so that handing it in twice is one signal.
 *
 * @param value the first 32 hex digits of SHA-256 over every field as handed in; the post that was
 *     passed on is one of an amplification only
 */
public record SignalId(String value) {

    static final int DIGITS = 32;

    static SignalId of(Fingerprint fingerprint, Draft.OfSignal draft, Author author) {
        fingerprint.start().text(draft.type()).text(draft.action()).text(draft.kind());
        fingerprint.text(draft.account()).author(author).text(draft.by()).text(draft.staff());
        fingerprint.text(draft.source()).text(draft.at()).text(draft.note());
        if (draft.isAmplification()) {
            fingerprint.text(draft.externalId());
        }
        return new SignalId(fingerprint.hex(DIGITS));
    }
}
