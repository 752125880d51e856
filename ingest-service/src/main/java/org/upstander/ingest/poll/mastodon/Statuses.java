package org.upstander.ingest.poll.mastodon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Original;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.Violation;
import org.upstander.ingest.reading.Body;
import org.upstander.ingest.reading.MastodonStatus;

/** Reads statuses. */
final class Statuses {

    /** Ids are numbers that grow, or words of one length that do. */
    static final Comparator<String> ORDER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Statuses() {}

    /**
     * A status as it was at one time.
     *
     * @param edited when it was, or empty where it was not
     * @param item the post, or null where it is none of ours: a boost, not for everybody
     * @param boost that another one was passed on, or null
     */
    record Status(String id, String edited, Handed<Draft.OfPost> item, Draft.OfSignal boost) {

        private static Status of(String id, String edited, Handed<Draft.OfPost> item) {
            return new Status(id, edited, item, null);
        }

        /** Whether there is anything in it for us. */
        boolean isOurs() {
            return item != null || boost != null;
        }
    }

    /**
     * @throws Unreadable where it is none
     */
    static Status status(String json, Source source) {
        byte[] streamed = bytes(json);
        return status(Body.of(streamed), source, () -> Original.received(streamed, Original.JSON));
    }

    /**
     * Of a page, in the order in which they came to be.
     *
     * @throws Unreadable where it is none
     */
    static List<Status> page(byte[] json, Source source) {
        Body page = Body.any(json);
        List<Status> statuses = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            Body status = page.at(i);
            statuses.add(status(status, source, status::original));
        }
        statuses.sort(Comparator.comparing(Status::id, ORDER));
        return statuses;
    }

    /**
     * @throws Unreadable where it is no id
     */
    static Handed<Draft.OfPost> deletion(String id, Source source) {
        return new Handed.Readable<>(source.post(sound(id)).deleted(true).draft());
    }

    static Handed<Draft.OfPost> unreadable(String id, Unreadable why) {
        return new Handed.Unreadable<>(
                id, List.of(Violation.of(why.pointer(), RejectReason.MALFORMED, why.getMessage())));
    }

    private static Status status(Body status, Source source, Supplier<Original> original) {
        String id = sound(status.needed("id"));
        String at = status.text("edited_at");
        String edited = at == null ? "" : at;
        boolean followersOnly = "private".equals(status.text("visibility"));
        if (followersOnly && !source.settings().privateConsented()) {
            return Status.of(id, edited, null);
        }
        try {
            return MastodonStatus.read(status, source) instanceof Said.Items items
                    ? said(id, edited, items, original)
                    : Status.of(id, edited, null);
        } catch (Unreadable e) {
            return Status.of(id, edited, unreadable(id, e));
        }
    }

    private static Status said(
            String id, String edited, Said.Items items, Supplier<Original> original) {
        return items.posts().isEmpty()
                ? new Status(id, edited, null, items.signals().get(0))
                : Status.of(
                        id, edited, new Handed.Readable<>(items.posts().get(0), original.get()));
    }

    /** It becomes part of an address. */
    private static String sound(String id) {
        if (!ID.matcher(id).matches()) {
            throw new Unreadable("/id", "is no id");
        }
        return id;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
