package org.upstander.ingest.application.backfill;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Backfill;
import org.upstander.ingest.domain.Post;

/**
 * Parts of a back-fill on their way to Kafka, oldest first. How far it is moves over them in this
 * order; when one fails, it and all behind it come again, so that a thread keeps its order. Used by
 * one step at a time.
 */
final class UnderWay {

    private record Sent(PostFiles.Part part, CompletableFuture<List<Admission<Post>>> stored) {

        boolean isStored() {
            return stored.isDone() && !stored.isCompletedExceptionally();
        }
    }

    private final Deque<Sent> sent = new ArrayDeque<>();
    private final Deque<PostFiles.Part> again = new ArrayDeque<>();
    private boolean doubtful;
    private IOException unreadable;

    /** Posts on their way. */
    int posts() {
        return sent.stream().mapToInt(one -> one.part().items().size()).sum();
    }

    /** Whether another may be sent; after a failure one alone, until it is stored. */
    boolean isOpen() {
        return sent.isEmpty()
                || !doubtful
                        && sent.stream().noneMatch(one -> one.stored().isCompletedExceptionally());
    }

    /** Whether what comes next failed, and may be stored all the same. */
    boolean isDoubtful() {
        return doubtful;
    }

    /**
     * The part to send next; reading blocks.
     *
     * @return without items at the end
     * @throws IOException each time again: who failed to read is not asked for more
     */
    PostFiles.Part next(PostFiles.Reader reader, int most) throws IOException {
        if (!again.isEmpty()) {
            return again.remove();
        }
        if (unreadable != null) {
            throw unreadable;
        }
        try {
            return reader.next(most);
        } catch (IOException e) {
            unreadable = e;
            throw e;
        }
    }

    void add(PostFiles.Part part, CompletionStage<List<Admission<Post>>> stored) {
        sent.add(new Sent(part, stored.toCompletableFuture()));
    }

    /** How far it is when what is stored is counted: all before the first that is not. */
    Backfill counted(Backfill before, Instant at) {
        Backfill progress = before;
        while (!sent.isEmpty() && sent.peek().isStored()) {
            Sent first = sent.remove();
            progress = further(progress, first.part(), first.stored().getNow(List.of()), at);
            doubtful = false;
        }
        return progress;
    }

    /**
     * Waits for the first on its way.
     *
     * @return fails as its sending did, and only when nothing is on its way any more
     */
    CompletionStage<Void> first() {
        return sent.element()
                .stored()
                .handle((stored, failure) -> failure == null ? nothing() : failed(failure))
                .thenCompose(Function.identity());
    }

    private CompletionStage<Void> failed(Throwable failure) {
        CompletableFuture<?>[] all =
                sent.stream().map(Sent::stored).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(all)
                .handle(
                        (stored, same) -> {
                            sent.descendingIterator()
                                    .forEachRemaining(one -> again.addFirst(one.part()));
                            sent.clear();
                            doubtful = true;
                            return CompletableFuture.<Void>failedFuture(failure);
                        })
                .thenCompose(Function.identity());
    }

    private static CompletionStage<Void> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    private static Backfill further(
            Backfill before, PostFiles.Part part, List<Admission<Post>> admissions, Instant at) {
        long good = admissions.stream().filter(one -> one instanceof Admission.Accepted).count();
        return new Backfill(
                before.sourceId(),
                before.state(),
                part.after(),
                before.accepted() + good,
                before.rejected() + admissions.size() - good,
                before.startedAt(),
                at,
                null);
    }
}
