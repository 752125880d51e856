package org.upstander.scoring.judgement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Rows of a common length, padded, as arrays.
 *
 * @param ids B × L
 * @param types B × L
 * @param mask B × L, 1 where a piece stands
 * @param target B × L, sums to 1 over the places of the person; the first place where there is none
 */
record EncoderBatch(
        int rows, int length, NDArray ids, NDArray types, NDArray mask, NDArray target) {

    static EncoderBatch of(List<EncoderTokens> texts, NDManager manager) {
        int length = texts.stream().mapToInt(EncoderTokens::count).max().orElse(1);
        int size = texts.size() * length;
        long[] ids = new long[size];
        long[] types = new long[size];
        float[] mask = new float[size];
        float[] target = new float[size];
        for (int r = 0; r < texts.size(); r++) {
            EncoderTokens text = texts.get(r);
            int places = 0;
            for (boolean is : text.target()) {
                places += is ? 1 : 0;
            }
            target[r * length] = places == 0 ? 1 : 0;
            for (int i = 0; i < text.count(); i++) {
                int at = r * length + i;
                ids[at] = text.ids()[i];
                types[at] = text.types()[i];
                mask[at] = 1;
                if (text.target()[i]) {
                    target[at] = 1f / places;
                }
            }
        }
        Shape shape = new Shape(texts.size(), length);
        return new EncoderBatch(
                texts.size(),
                length,
                manager.create(ids, shape),
                manager.create(types, shape),
                manager.create(mask, shape),
                manager.create(target, shape));
    }
}
