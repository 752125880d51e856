package org.upstander.ingest.poll.mastodon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.fetch.Ear;

/** Hears what is streamed, and has what came before asked for as soon as it hears. */
final class StreamEar implements Ear {

    private static final int MOST = 500;

    /**
     * Something that was streamed.
     *
     * @param status null of deletions, and of what could not be read
     * @param again whether only the stream tells it: a deletion or an edit
     */
    record Streamed(Statuses.Status status, Handed<Draft.OfPost> item, boolean again) {

        private boolean isOurs() {
            return item != null || status != null && status.isOurs();
        }
    }

    private final Source source;
    private final MastodonCursor begin;
    private final Supplier<CompletionStage<Backfill>> backfill;
    private final List<Streamed> streamed = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private CompletionStage<Backfill> before;

    StreamEar(Source source, MastodonCursor begin, Supplier<CompletionStage<Backfill>> backfill) {
        this.source = source;
        this.begin = begin;
        this.backfill = backfill;
    }

    /** Not before: what is posted between asking and hearing would be missed. */
    @Override
    public void connected() {
        before = backfill.get();
    }

    @Override
    public Took take(String event, String said) {
        try {
            return switch (event == null ? "" : event) {
                case "update" -> take(Statuses.status(said, source), false);
                case "status.update" -> take(Statuses.status(said, source), true);
                case "delete" ->
                        known.add("deleted " + said)
                                ? add(new Streamed(null, Statuses.deletion(said, source), true))
                                : Took.NOTHING;
                default -> Took.NOTHING;
            };
        } catch (Unreadable e) {
            return add(new Streamed(null, Statuses.unreadable(null, e), false));
        }
    }

    private Took take(Statuses.Status status, boolean again) {
        if (begin.knows(status) || !known.add(status.id() + " " + status.edited())) {
            return Took.NOTHING;
        }
        return add(new Streamed(status, status.item(), again));
    }

    private Took add(Streamed one) {
        streamed.add(one);
        if (streamed.size() >= MOST) {
            return Took.ENOUGH;
        }
        return one.isOurs() ? Took.NEWS : Took.NOTHING;
    }

    List<Streamed> streamed() {
        return List.copyOf(streamed);
    }

    /** What came before; null where it never heard anything. */
    CompletionStage<Backfill> before() {
        return before;
    }
}
