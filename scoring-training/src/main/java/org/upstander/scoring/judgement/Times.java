package org.upstander.scoring.judgement;

import ai.djl.ndarray.NDArray;

/**
 * Products with a number, safe to differentiate. The backward pass needs the number again, and
 * {@code NDArray.mul(Number)} closes the array that it makes of it: its memory is a Java buffer,
 * which a garbage collection between forward and backward pass takes away. Here the array lives as
 * long as the step, for it belongs to the manager of what it is multiplied with.
 */
final class Times {
    private Times() {}

    static NDArray of(NDArray array, double factor) {
        return array.mul(array.getManager().create((float) factor));
    }
}
