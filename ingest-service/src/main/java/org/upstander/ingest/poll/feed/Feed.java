package org.upstander.ingest.poll.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstander.ingest.domain.Original;
import org.upstander.ingest.reading.Body;

/**
 * A feed as it was read.
 *
 * @param title or null
 * @param pause how long it wants to be left alone
 * @param links what it says about its hub
 * @param entries as they stand in it, mostly the newest first
 */
record Feed(String title, FeedPause pause, FeedLinks links, List<Entry> entries) {

    /** Beyond these it is not read: a feed says what is new, it is no archive. */
    static final int MOST_ENTRIES = 1_000;

    Feed {
        entries = List.copyOf(entries);
    }

    /**
     * One entry; every field may be null.
     *
     * @param id as the feed names it
     * @param url http or https
     * @param html its title and what it says, marked up
     * @param author name, never an address of mail
     * @param answers id of what it answers (RFC 4685)
     */
    record Entry(
            String id,
            String url,
            String html,
            String author,
            Instant published,
            Instant updated,
            String answers,
            String language) {

        private static final int LONGEST_URL = 2_048;

        Entry {
            // Some name no address there; what is written counts all the same.
            boolean address =
                    url != null
                            && url.length() <= LONGEST_URL
                            && (url.startsWith("https://") || url.startsWith("http://"));
            url = address ? url : null;
        }

        /** As evidence: what was read of it, as JSON; ROME keeps no place in the document. */
        Original original() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("id", text(id));
            fields.put("url", text(url));
            fields.put("html", text(html));
            fields.put("author", text(author));
            fields.put("published", text(published));
            fields.put("updated", text(updated));
            fields.put("answers", text(answers));
            fields.put("language", text(language));
            return Body.of(fields).original();
        }

        private static String text(Object field) {
            return field == null ? "" : field.toString();
        }
    }
}
