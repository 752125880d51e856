package org.upstander.ingest.poll;

import java.util.List;

/**
 * A page of what a place says.
 *
 * @param items the newest first
 * @param next where the older ones are; null where there are none
 */
public record Page(List<Item> items, String next) {

    public Page {
        items = List.copyOf(items);
    }
}
