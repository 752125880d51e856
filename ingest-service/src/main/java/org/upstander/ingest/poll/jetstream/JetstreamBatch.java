package org.upstander.ingest.poll.jetstream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Original;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.Violation;
import org.upstander.ingest.fetch.Ear;
import org.upstander.ingest.poll.Hash;

/** What comes of one listening. */
final class JetstreamBatch implements Ear {

    static final Polled NOT_READABLE =
            new Polled.Failed(PollFailure.NOT_READABLE, Optional.empty());

    private static final int MOST = 500;

    private final JetstreamCursor begin;
    private final Source source;
    private final Map<String, Long> seen;
    private final Map<String, String> handles = new HashMap<>();
    private final List<Handed<Draft.OfPost>> items = new ArrayList<>();
    private final List<Draft.OfSignal> reposts = new ArrayList<>();
    private final long latestPossible;
    private long latest;
    private int readable;

    JetstreamBatch(JetstreamCursor begin, Source source, Instant now) {
        this.begin = begin;
        this.source = source;
        this.seen = inOrder(begin.seen());
        this.latest = begin.from();
        // A clock far ahead would have us listen from a time that is not there yet.
        this.latestPossible = JetstreamCursor.micros(now.plus(JetstreamCursor.CLOCKS));
    }

    @Override
    public Took take(String event, String said) {
        try {
            return take(JetstreamEvent.read(said), said);
        } catch (Unreadable e) {
            return take(Hash.of(said), latest, unreadable(e));
        }
    }

    private Took take(JetstreamEvent event, String said) {
        readable++;
        latest = Math.max(latest, Math.min(event.at(), latestPossible));
        if (event.handle() != null) {
            handles.put(event.did(), event.handle());
        }
        if (event.isRepost()) {
            return repost(event);
        }
        if (!event.isPost()) {
            return Took.NOTHING;
        }
        return take(event.key(), Math.min(event.at(), latestPossible), post(event, said));
    }

    private Took repost(JetstreamEvent event) {
        Optional<Draft.OfSignal> repost = SkyPost.repost(event, handles.get(event.did()), source);
        if (repost.isEmpty()
                || seen.putIfAbsent(event.key(), Math.min(event.at(), latestPossible)) != null) {
            return Took.NOTHING;
        }
        reposts.add(repost.get());
        return took();
    }

    private Handed<Draft.OfPost> post(JetstreamEvent event, String said) {
        try {
            return new Handed.Readable<>(
                    SkyPost.read(event, handles.get(event.did()), source),
                    Original.received(said.getBytes(StandardCharsets.UTF_8), Original.JSON));
        } catch (Unreadable e) {
            return unreadable(e);
        }
    }

    private Took take(String key, long at, Handed<Draft.OfPost> item) {
        if (seen.putIfAbsent(key, at) != null) {
            return Took.NOTHING;
        }
        items.add(item);
        return took();
    }

    private Took took() {
        return items.size() + reposts.size() >= MOST ? Took.ENOUGH : Took.NEWS;
    }

    /** Counted as refused, and its neighbours are taken. */
    private static Handed<Draft.OfPost> unreadable(Unreadable why) {
        return new Handed.Unreadable<>(
                null,
                List.of(Violation.of(why.pointer(), RejectReason.MALFORMED, why.getMessage())));
    }

    List<Handed<Draft.OfPost>> items() {
        return List.copyOf(items);
    }

    List<Draft.OfSignal> reposts() {
        return List.copyOf(reposts);
    }

    /** Nothing came that is ours. */
    boolean isSilent() {
        return items.isEmpty() && reposts.isEmpty();
    }

    /** Something new came, if only the time. */
    boolean hasNews() {
        return !isSilent() || cursor().from() > begin.from();
    }

    /** Something came, and nothing of it could be read. */
    boolean isNoJetstream() {
        return readable == 0 && !items.isEmpty();
    }

    JetstreamCursor cursor() {
        return begin.after(seen, latest);
    }

    private static Map<String, Long> inOrder(Map<String, Long> seen) {
        Map<String, Long> ordered = new LinkedHashMap<>();
        seen.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> ordered.put(one.getKey(), one.getValue()));
        return ordered;
    }
}
