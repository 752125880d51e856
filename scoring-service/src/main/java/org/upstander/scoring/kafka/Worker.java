package org.upstander.scoring.kafka;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.upstander.scoring.application.PipelineMetrics;
import org.upstander.scoring.application.PipelineState;
import org.upstander.scoring.application.PipelineState.Line;

/**
 * Runs a consumer on a thread of its own. When it fails, it begins again from what is committed,
 * with a growing pause and forever: Kafka comes back, and until then nothing is lost by waiting.
 * There is no other way of recovery, so this one is used, and tested, all the time.
 */
final class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 5_000;

    /** Having failed, a task that goes on for so long without failing again is taken to be well. */
    private static final long QUIET_NANOS = 3_000_000_000L;

    /** What a worker does. */
    interface Task {

        /** Returns when {@link Worker#isStopping}; fails when it cannot go on. */
        void run(Worker worker);
    }

    private final String name;
    private final Task task;
    private final PipelineState state;
    private final PipelineMetrics metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private long begun;
    private boolean wasConnected;
    private long pauseMs = FIRST_PAUSE_MS;
    private Class<?> lastFailure;

    Worker(String name, Task task, PipelineState state, PipelineMetrics metrics) {
        this.name = name;
        this.task = task;
        this.state = state;
        this.metrics = metrics;
        this.thread = new Thread(this::work, "upstander-" + name);
        this.thread.setDaemon(true);
        state.report(name, Line.WAITING);
    }

    void start() {
        thread.start();
    }

    /** The task ends after what it is doing. */
    void askToStop() {
        stopping.countDown();
    }

    void awaitEnd(Duration atMost) {
        try {
            thread.join(atMost.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /**
     * Told by the task as often as it likes: it is connected, or it is not. After a failure that
     * alone is no recovery, because what failed may be about to fail again.
     */
    void connected(boolean connected) {
        if (connected != wasConnected) {
            LOG.infof("consumer %s name=%s", connected ? "connected" : "lost Kafka, waits", name);
            wasConnected = connected;
        }
        if (!connected) {
            state.report(name, Line.RETRYING);
        } else if (lastFailure == null) {
            state.report(name, Line.RUNNING);
        } else if (System.nanoTime() - begun > QUIET_NANOS) {
            progressed();
        }
    }

    /** Told by the task when its work had an effect. */
    void progressed() {
        state.report(name, Line.RUNNING);
        if (lastFailure != null) {
            LOG.infof("consumer recovered name=%s", name);
        }
        pauseMs = FIRST_PAUSE_MS;
        lastFailure = null;
    }

    /** Told by the task when it waits for a person. */
    void stoppedTheLine() {
        state.report(name, Line.STOPPED);
    }

    private void work() {
        try {
            while (!isStopping()) {
                try {
                    begun = System.nanoTime();
                    task.run(this);
                } catch (RuntimeException e) {
                    state.report(name, Line.RETRYING);
                    metrics.retried();
                    report(e);
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Error e) {
            state.report(name, Line.DEAD);
            LOG.errorf(e, "consumer died name=%s", name);
            throw e;
        }
    }

    /** One line for each kind of failure, not one for each attempt. */
    private void report(RuntimeException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause.getClass() != lastFailure) {
            // Kafka's messages name brokers and topics; others might quote what is being handled.
            Object shown = failure instanceof KafkaException ? cause : cause.getClass().getName();
            LOG.warnf("consumer failed, begins again name=%s cause=%s", name, shown);
            lastFailure = cause.getClass();
        }
        LOG.debugf(failure, "consumer failed name=%s", name);
    }

    private void pause() throws InterruptedException {
        if (stopping.await(pauseMs, TimeUnit.MILLISECONDS)) {
            return;
        }
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
    }
}
