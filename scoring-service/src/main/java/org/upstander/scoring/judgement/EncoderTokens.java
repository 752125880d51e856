package org.upstander.scoring.judgement;

/**
 * What the encoder is fed for one person.
 *
 * @param ids of the word pieces, {@code [CLS] text [SEP] context [SEP]}
 * @param types 0 for the text, 1 for the context
 * @param starts for each piece of the text the folded index of its first character, else -1
 * @param ends the same for its last
 * @param target whether the piece stands for the person who is judged for
 */
@SuppressWarnings("ArrayRecordComponent") // parallel arrays on the hot path, never compared
record EncoderTokens(long[] ids, long[] types, int[] starts, int[] ends, boolean[] target) {

    int count() {
        return ids.length;
    }

    /** Whether any piece stands for the person. */
    boolean hasTarget() {
        for (boolean piece : target) {
            if (piece) {
                return true;
            }
        }
        return false;
    }
}
