package org.upstander.scoring.binding;

import java.util.List;

/**
 * A place where somebody may be named.
 *
 * @param start first folded character
 * @param end one past the last
 * @param misspelt whether the name is one letter off
 * @param aliases whose names stand there
 */
record Hit(int start, int end, boolean misspelt, List<Alias> aliases) {

    int length() {
        return end - start;
    }

    boolean overlaps(Hit other) {
        return start < other.end && other.start < end;
    }
}
