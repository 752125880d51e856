package org.upstander.alert.application.reading;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list, newest first.
 *
 * @param items at most as many as asked for
 * @param end place of the last item, where more follow
 */
public record Slice<T>(List<T> items, Optional<Place> end) {

    public Slice {
        items = List.copyOf(items);
    }
}
