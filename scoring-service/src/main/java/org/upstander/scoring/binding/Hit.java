package org.upstander.scoring.binding;

import java.util.List;

/**
 * A place where somebody may be named.
 *
 * @param start first folded character
 * @param end one past the last
 * @param form how the name is written
 * @param aliases whose names stand there
 */
record Hit(int start, int end, Form form, List<Alias> aliases) {

    /** How a name is written. */
    enum Form {
        AS_IT_IS,
        /** With signs or digits for letters, spaced out or stretched: it is meant to be a name. */
        DISGUISED,
        /** One letter off, or with one letter masked. */
        MISSPELT,
        /** A plural that means everybody who has the name: "both Marks". */
        ALL_BEARERS
    }

    boolean misspelt() {
        return form == Form.MISSPELT;
    }

    Hit with(Form other, List<Alias> fewer) {
        return new Hit(start, end, other, fewer);
    }

    int length() {
        return end - start;
    }

    boolean overlaps(Hit other) {
        return start < other.end && other.start < end;
    }
}
