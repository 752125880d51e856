package org.upstander.alert.application.reading;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.upstander.alert.application.reading.ChangeReader.Change;
import org.upstander.alert.application.reading.ChangeReader.Position;

/** Follows the changes of all incidents, for as long as somebody listens. */
@ApplicationScoped
public class FollowChanges {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int QUIET_PAUSES = 30; // a heartbeat every 15 seconds
    private static final int SOME = 200;
    private static final int MAX_LISTENERS = 100;

    private final ChangeReader reader;
    private final AtomicInteger listeners = new AtomicInteger();

    FollowChanges(ChangeReader reader) {
        this.reader = reader;
    }

    /** Too many listen already. */
    public static final class TooManyListeners extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Changes from a position on, oldest first; an empty one at once, which tells that listening
     * has begun, and from time to time while nothing happens.
     *
     * @param position behind which to begin; empty: behind what happened so far
     */
    public Multi<Optional<Change>> from(Optional<Position> position) {
        return Multi.createFrom().deferred(() -> listen(position));
    }

    private Multi<Optional<Change>> listen(Optional<Position> position) {
        if (listeners.incrementAndGet() > MAX_LISTENERS) {
            listeners.decrementAndGet();
            return Multi.createFrom().failure(new TooManyListeners());
        }
        AtomicReference<Position> last = new AtomicReference<>();
        Uni<Position> start = position.map(p -> Uni.createFrom().item(p)).orElseGet(reader::latest);
        return start.invoke(last::set)
                .onItem()
                .transformToMulti(begun -> greetAnd(follow(last)))
                .onTermination()
                .invoke(listeners::decrementAndGet);
    }

    private static Multi<Optional<Change>> greetAnd(Multi<Optional<Change>> changes) {
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(Optional.empty()), changes);
    }

    private Multi<Optional<Change>> follow(AtomicReference<Position> last) {
        AtomicInteger quiet = new AtomicInteger();
        return Multi.createBy()
                .repeating()
                .uni(() -> reader.after(last.get(), SOME))
                .withDelay(PAUSE)
                .indefinitely()
                .onItem()
                .transformToIterable(found -> next(found, last, quiet));
    }

    private static List<Optional<Change>> next(
            List<Change> found, AtomicReference<Position> last, AtomicInteger quiet) {
        List<Optional<Change>> out = new ArrayList<>();
        found.forEach(change -> out.add(Optional.of(change)));
        if (found.isEmpty() && quiet.incrementAndGet() >= QUIET_PAUSES) {
            out.add(Optional.empty());
        }
        if (!out.isEmpty()) {
            quiet.set(0);
        }
        if (!found.isEmpty()) {
            last.set(found.get(found.size() - 1).position());
        }
        return out;
    }
}
