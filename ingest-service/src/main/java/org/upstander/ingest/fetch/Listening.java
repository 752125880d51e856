package org.upstander.ingest.fetch;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.upstander.ingest.application.poll.PollFailure;

/** One listening: when it ends. All of it on one thread. */
final class Listening {

    /** Longer than this nothing that is listened to may say at once. */
    static final int LONGEST = 1024 * 1024;

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Patience patience;
    private final Ear ear;
    private final Promise<Heard> end = Promise.promise();
    private Runnable hangUp = () -> {};
    private Vertx vertx;
    private long deadline;
    private long quiet;
    private boolean news;
    private int bytes;

    Listening(Patience patience, Ear ear) {
        this.patience = patience;
        this.ear = ear;
    }

    /**
     * On its thread.
     *
     * @param forConnecting how long that may take
     */
    void begin(Vertx timers, Duration forConnecting) {
        vertx = timers;
        deadline =
                vertx.setTimer(
                        forConnecting.toMillis(), late -> end(Heard.broken(PollFailure.TIMEOUT)));
    }

    /** From now on the time counts. */
    void connected() {
        if (!over()) {
            ear.connected();
            until(patience.idle());
        }
    }

    /**
     * @param hanging what ends the connection, now where it is over already
     */
    void hangUpBy(Runnable hanging) {
        if (over()) {
            hanging.run();
        } else {
            hangUp = hanging;
        }
    }

    void take(String event, String said) {
        if (over()) {
            return;
        }
        switch (ear.take(event, said)) {
            case ENOUGH -> end(Heard.ALL);
            case NEWS -> news();
            case NOTHING -> {}
        }
    }

    private void news() {
        if (!news) {
            news = true;
            until(patience.busy());
        }
        vertx.cancelTimer(quiet);
        quiet = vertx.setTimer(patience.quiet().toMillis(), silent -> end(Heard.ALL));
    }

    /** That much came, whatever it was. */
    void count(int length) {
        bytes += length;
        if (bytes > MOST_BYTES) {
            end(Heard.broken(PollFailure.TOO_LARGE));
        }
    }

    void end(Heard heard) {
        vertx.cancelTimer(deadline);
        vertx.cancelTimer(quiet);
        if (end.tryComplete(heard)) {
            hangUp.run();
        }
    }

    boolean over() {
        return end.future().isComplete();
    }

    Future<Heard> future() {
        return end.future();
    }

    private void until(Duration time) {
        vertx.cancelTimer(deadline);
        deadline = vertx.setTimer(time.toMillis(), over -> end(Heard.ALL));
    }
}
