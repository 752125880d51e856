package org.upstander.ingest.poll.mastodon;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.TreeMap;
import org.upstander.ingest.poll.Cursors;

/**
 * Where listening goes on.
 *
 * @param url that its source names; with another one nothing of the rest holds
 * @param last the statuses that came to be last, and when each was edited (empty: it was not)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MastodonCursor(String url, Map<String, String> last) {

    /**
     * So many are asked for again each time: statuses from elsewhere come late and stand before
     * others, and what was edited meanwhile nobody tells.
     */
    static final int KEPT = 20;

    /** Before every status. */
    private static final String BEGINNING = "0";

    private static final MastodonCursor NONE = new MastodonCursor(null, Map.of());

    MastodonCursor {
        last = last == null ? Map.of() : Map.copyOf(last);
    }

    static MastodonCursor read(String cursor) {
        return Cursors.read(cursor, MastodonCursor.class, NONE);
    }

    String write() {
        return Cursors.write(this);
    }

    /** The same where it is about this address, otherwise from now on. */
    MastodonCursor of(String address) {
        return address.equals(url) ? this : new MastodonCursor(address, Map.of());
    }

    /** Nothing was heard yet. */
    boolean isNew() {
        return last.isEmpty();
    }

    boolean knows(Statuses.Status status) {
        return status.edited().equals(last.get(status.id()));
    }

    /** Behind which to ask. */
    String oldest() {
        return last.keySet().stream().min(Statuses.ORDER).orElse(BEGINNING);
    }

    /**
     * After these, of which there may be none. Older ones are left out, for all that came behind
     * them would be asked for again.
     */
    MastodonCursor after(Iterable<Statuses.Status> statuses) {
        TreeMap<String, String> all = new TreeMap<>(Statuses.ORDER);
        all.putAll(last);
        String oldest = oldest();
        statuses.forEach(
                status -> {
                    if (isNew() || Statuses.ORDER.compare(status.id(), oldest) >= 0) {
                        all.put(status.id(), status.edited());
                    }
                });
        if (all.isEmpty()) {
            all.put(BEGINNING, "");
        }
        while (all.size() > KEPT) {
            all.pollFirstEntry();
        }
        return new MastodonCursor(url, all);
    }
}
