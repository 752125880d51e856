package org.upstander.scoring.kafka;

import java.util.BitSet;

/**
 * Says when so many records are refused that it must be us, not them. For one thread; a batch
 * counts on a {@link #copy} that is adopted once the batch is done, so that a repeated batch is not
 * counted twice.
 */
final class DeadLetterLimit {
    static final int WINDOW = 1000;

    private final int inARow;
    private final int inAThousand;
    private BitSet refused;
    private int next;
    private boolean full;
    private int row;

    /**
     * @param inARow most refusals one after another
     * @param inAThousand most refusals among the last {@value #WINDOW} records
     */
    DeadLetterLimit(int inARow, int inAThousand) {
        this(inARow, inAThousand, new BitSet(WINDOW));
    }

    private DeadLetterLimit(int inARow, int inAThousand, BitSet refused) {
        this.inARow = inARow;
        this.inAThousand = inAThousand;
        this.refused = refused;
    }

    DeadLetterLimit copy() {
        DeadLetterLimit copy = new DeadLetterLimit(inARow, inAThousand, (BitSet) refused.clone());
        copy.next = next;
        copy.full = full;
        copy.row = row;
        return copy;
    }

    /** Takes over what {@code counted}, a copy of this, has counted. */
    void adopt(DeadLetterLimit counted) {
        refused = counted.refused;
        next = counted.next;
        full = counted.full;
        row = counted.row;
    }

    /** A record was scored. */
    void passed() {
        count(false);
        row = 0;
    }

    /** Whether one more record may be set aside; counts it if so. */
    boolean admits() {
        boolean overwrites = full && refused.get(next);
        int inWindow = refused.cardinality() - (overwrites ? 1 : 0) + 1;
        if (row + 1 > inARow || full && inWindow > inAThousand) {
            return false;
        }
        count(true);
        row++;
        return true;
    }

    private void count(boolean refusal) {
        refused.set(next, refusal);
        next++;
        if (next == WINDOW) {
            next = 0;
            full = true;
        }
    }
}
