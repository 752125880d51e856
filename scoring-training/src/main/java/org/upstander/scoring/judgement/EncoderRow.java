package org.upstander.scoring.judgement;

/**
 * One text to learn from, as to one person.
 *
 * @param tokens what the encoder reads
 * @param verdict 0 to 3, or -1 where only {@code attack} is known
 * @param attack 1 or 0
 * @param teacher what {@link Teachers} say of it, or NaN
 * @param details for categories and steps of severity 1, 0 or -1 (not known)
 * @param evidence for each piece 1 or 0; null where not known
 * @param weight how much it counts
 * @param twins the same for this row and for that of its minimal pair as to the same person; null
 *     where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // read by position, never compared
record EncoderRow(
        EncoderTokens tokens,
        int verdict,
        int attack,
        float teacher,
        byte[] details,
        byte[] evidence,
        float weight,
        String twins) {}
