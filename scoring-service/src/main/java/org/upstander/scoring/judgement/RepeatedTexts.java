package org.upstander.scoring.judgement;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Post;

/**
 * Remembers where and by whom texts were said that may be spam. A table of fixed size in which a
 * newer text takes the place of an older one: forgetting is harmless, and nothing grows. What one
 * process sees counts; the same post seen twice is once.
 */
final class RepeatedTexts {
    static final int OFTEN = 3;

    private static final int SLOTS = 1 << 12;

    /** Shorter texts are said often without being spam. */
    private static final int LEAST_WORDS = 5;

    private static final int PRIME = 0x01000193;

    private final AtomicReferenceArray<Seen> table = new AtomicReferenceArray<>(SLOTS);

    /**
     * @param fingerprint of the text's words
     * @param places hashes of where and by whom, each once, at most {@link #OFTEN}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Seen(int fingerprint, int[] places) {

        Seen with(int place) {
            if (places.length == OFTEN || Arrays.stream(places).anyMatch(p -> p == place)) {
                return this;
            }
            int[] more = Arrays.copyOf(places, places.length + 1);
            more[places.length] = place;
            return new Seen(fingerprint, more);
        }
    }

    /** Whether the text was said, this time included, in {@value #OFTEN} places or by so many. */
    boolean isRepeated(Post post, FoldedText text) {
        FoldedText.Tokens tokens = text.tokens();
        if (tokens.count() < LEAST_WORDS) {
            return false;
        }
        int fingerprint = 1;
        for (int t = 0; t < tokens.count(); t++) {
            fingerprint = fingerprint * PRIME + tokens.hashes()[t];
        }
        int print = fingerprint;
        int place = place(post);
        Seen seen =
                table.updateAndGet(
                        (fingerprint * 0x9E3779B1) >>> 20,
                        old ->
                                old != null && old.fingerprint() == print
                                        ? old.with(place)
                                        : new Seen(print, new int[] {place}));
        return seen.places().length == OFTEN;
    }

    private static int place(Post post) {
        String thread =
                post.thread() == null
                        ? null
                        : post.thread().id() == null ? post.thread().title() : post.thread().id();
        String author =
                post.author() == null
                        ? null
                        : post.author().handle() == null
                                ? post.author().id()
                                : post.author().handle();
        return Objects.hash(post.source(), thread, author);
    }
}
