package org.upstander.ingest.domain;

/**
 * Names a signal by its content, so that handing it in twice is one signal.
 *
 * @param value the first 32 hex digits of SHA-256 over every field as handed in, the post that was
 *     passed on for an amplification only, the invitation for a join only; where its source knows
 *     it by a reference, over that, the source and the member of staff
 */
public record SignalId(String value) {

    static final int DIGITS = 32;

    static SignalId of(Fingerprint fingerprint, Draft.OfSignal draft, Author author) {
        if (draft.reference() != null) {
            fingerprint.start().text(draft.type()).text(draft.source()).text(draft.staff());
            return new SignalId(fingerprint.text(draft.reference()).hex(DIGITS));
        }
        fingerprint.start().text(draft.type()).text(draft.action()).text(draft.kind());
        fingerprint.text(draft.account()).author(author).text(draft.by()).text(draft.staff());
        fingerprint.text(draft.source()).text(draft.at()).text(draft.note());
        if (draft.isAmplification()) {
            fingerprint.text(draft.externalId());
        }
        if (draft.isJoin()) {
            fingerprint.text(draft.invite());
        }
        return new SignalId(fingerprint.hex(DIGITS));
    }
}
