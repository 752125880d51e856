package org.upstander.ingest.poll;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Source;

/**
 * A way through the newest pages of a place, back until one holds what was known before; a page at
 * each asking. It is the cursor: with what was said already it knows edits, and what came late.
 *
 * @param place type and address of the source; with another one nothing of the rest holds
 * @param known what was said before this round, by key the version, the newest first
 * @param seen what this round came by so far, likewise
 * @param at where it goes on; null at the newest page
 * @param pages how many it has seen
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Round(
        String place, Map<String, String> known, Map<String, String> seen, String at, int pages) {

    /** However long we were away, and whatever a place says. */
    static final int MOST_PAGES = 20;

    /** More than a page of any place: where the newest are deleted, older ones come up again. */
    static final int MOST_KNOWN = 300;

    public Round {
        known = ordered(known);
        seen = ordered(seen);
    }

    /**
     * @param cursor empty for the first time
     * @param source as it is now
     */
    public static Round read(String cursor, Source source) {
        String place = source.type() + " " + source.url();
        Round none = new Round(place, Map.of(), Map.of(), null, 0);
        Round round = Cursors.read(cursor, Round.class, none);
        return place.equals(round.place()) ? round : none;
    }

    public String write() {
        return Cursors.write(this);
    }

    /**
     * What a page says that was not said before.
     *
     * @param page may throw {@link Unreadable} where it is none
     */
    public Polled take(Supplier<Page> page) {
        return take(page, Duration.ZERO);
    }

    /**
     * The same of a place that counts how often it is asked.
     *
     * @param earliest how long the place wants to be left alone
     */
    public Polled take(Supplier<Page> page, Duration earliest) {
        try {
            return taken(page.get(), earliest);
        } catch (Unreadable e) {
            return new Polled.Failed(PollFailure.NOT_READABLE, Optional.empty());
        }
    }

    private Polled.Answered taken(Page page, Duration earliest) {
        Map<String, String> now = new LinkedHashMap<>(seen);
        List<Handed<Draft.OfPost>> news = new ArrayList<>();
        boolean met = known.isEmpty(); // at first nobody is, and a page is enough to begin with
        for (Item item : page.items()) {
            String before = now.getOrDefault(item.key(), known.get(item.key()));
            met |= known.containsKey(item.key());
            now.put(item.key(), item.version());
            if (!item.version().equals(before)) {
                item.post().ifPresent(news::add);
            }
        }
        Collections.reverse(news);
        boolean on = !met && page.next() != null && pages + 1 < MOST_PAGES;
        Round next = on ? new Round(place, known, now, page.next(), pages + 1) : ended(now);
        return new Polled.Answered(news, next.write(), on && earliest.isZero(), earliest);
    }

    private Round ended(Map<String, String> now) {
        Map<String, String> kept = new LinkedHashMap<>();
        now.forEach((key, version) -> keep(kept, key, version));
        known.forEach((key, version) -> keep(kept, key, version));
        return new Round(place, kept, Map.of(), null, 0);
    }

    private static void keep(Map<String, String> kept, String key, String version) {
        if (kept.size() < MOST_KNOWN) {
            kept.putIfAbsent(key, version);
        }
    }

    private static Map<String, String> ordered(Map<String, String> versions) {
        return versions == null
                ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    }
}
