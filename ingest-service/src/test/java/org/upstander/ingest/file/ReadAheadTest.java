package org.upstander.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.upstander.ingest.application.backfill.PostFiles;
import org.upstander.ingest.domain.Backfill;

@Timeout(30)
class ReadAheadTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Deque<Object> parts = new ArrayDeque<>();
    private final ReadAhead ahead = new ReadAhead(new Parts());

    @Test
    void partsComeInTheirOrderAndTheNextIsReadMeanwhile() throws IOException {
        parts.addAll(List.of(part(1), part(2), part(3)));
        assertThat(ahead.next(5)).isEqualTo(part(1));
        await().until(() -> asked.get() == 2);
        assertThat(ahead.next(5)).isEqualTo(part(2));
        assertThat(ahead.next(5)).isEqualTo(part(3));
        ahead.close();
        assertThat(closed).isTrue();
    }

    @Test
    void whatCannotBeReadIsSaidWhenItIsItsTurn() throws IOException {
        parts.addAll(List.of(part(1), new IOException("broken")));
        assertThat(ahead.next(5)).isEqualTo(part(1));
        assertThatThrownBy(() -> ahead.next(5))
                .isInstanceOf(IOException.class)
                .hasMessage("broken");
        ahead.close();
    }

    @Test
    void aFaultOfOursIsNotTakenForABadFile() throws IOException {
        parts.add(new IllegalArgumentException());
        assertThatThrownBy(() -> ahead.next(5))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
        ahead.close();
    }

    /** Else the file would be closed under it. */
    @Test
    void closingWaitsForWhatIsBeingRead() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        parts.addAll(List.of(part(1), slow));
        assertThat(ahead.next(5)).isEqualTo(part(1));
        await().until(() -> asked.get() == 2);
        Thread closing =
                new Thread(
                        () -> {
                            try {
                                ahead.close();
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        closing.start();
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        assertThat(closed).isFalse();
        slow.countDown();
        await().untilTrue(closed);
    }

    @Test
    void whoIsInterruptedStops() {
        parts.add(new CountDownLatch(1));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ahead.next(5)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static PostFiles.Part part(int number) {
        return new PostFiles.Part(List.of(), new Backfill.Position("a.ndjson", number));
    }

    private final class Parts implements PostFiles.Reader {

        @Override
        public PostFiles.Part next(int most) throws IOException {
            assertThat(most).isEqualTo(5);
            asked.incrementAndGet();
            Object next = parts.poll();
            if (next instanceof IOException failure) {
                throw failure;
            }
            if (next instanceof RuntimeException fault) {
                throw fault;
            }
            if (next instanceof CountDownLatch latch) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return part(0);
            }
            return next == null ? part(0) : (PostFiles.Part) next;
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}
