package org.upstander.ingest.poll;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Violation;
import org.upstander.ingest.reading.Body;

/**
 * One item of a page.
 *
 * @param key by which it is known again
 * @param version another one whenever it says something else
 * @param post what it says; empty where it is no post
 */
public record Item(String key, String version, Optional<Handed<Draft.OfPost>> post) {

    /** What is remembered is ours, how long their ids are is not. */
    private static final int LONGEST_KEY = 40;

    /**
     * Reads one: a bad one never takes its neighbours along.
     *
     * @param id as the place names it, or null
     * @param thing what it is read from
     * @param reader gives null where it is no post; may throw {@link Unreadable}
     */
    public static Item read(String id, String version, Body thing, Supplier<Draft.OfPost> reader) {
        return new Item(key(id, version), version, handed(id, thing, reader));
    }

    private static Optional<Handed<Draft.OfPost>> handed(
            String id, Body thing, Supplier<Draft.OfPost> reader) {
        try {
            return Optional.ofNullable(reader.get())
                    .map(post -> new Handed.Readable<>(post, thing.original()));
        } catch (Unreadable e) {
            Violation wrong =
                    Violation.of(
                            e.pointer(),
                            RejectReason.MALFORMED,
                            e.pointer() + " " + e.getMessage());
            return Optional.of(new Handed.Unreadable<>(id, List.of(wrong)));
        }
    }

    /** One without an id is known by what it says, so that it is complained about once only. */
    private static String key(String id, String version) {
        if (id == null) {
            return "?" + version;
        }
        return id.length() > LONGEST_KEY ? Hash.of(id) : id;
    }
}
