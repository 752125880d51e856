package org.upstander.scoring.kafka;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.upstander.contracts.Topics;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.application.PipelineMetrics;
import org.upstander.scoring.application.PipelineState;
import org.upstander.scoring.application.RosterSnapshot;
import org.upstander.scoring.config.RosterConfig;

/**
 * Reads the whole roster, then follows it. The first roster takes effect when the topic was read to
 * the end that it had at the start; each later one when changes were compiled, on this thread,
 * while posts go on against the roster before.
 */
@Singleton
final class RosterConsumer implements Worker.Task {
    private static final Logger LOG = Logger.getLogger(RosterConsumer.class);
    private static final Duration POLL = CompactedTopic.POLL;
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final LiveRoster roster;
    private final RosterConfig config;
    private final PipelineState state;
    private final PipelineMetrics metrics;
    private volatile Runnable whenWhole = () -> {};

    RosterConsumer(
            KafkaClients clients,
            LiveRoster roster,
            RosterConfig config,
            PipelineState state,
            PipelineMetrics metrics) {
        this.clients = clients;
        this.roster = roster;
        this.config = config;
        this.state = state;
        this.metrics = metrics;
    }

    /** Said before the start: what to do once, when the first roster has taken effect. */
    void whenWhole(Runnable then) {
        whenWhole = then;
    }

    @Override
    public void run(Worker worker) {
        KafkaConsumer<byte[], byte[]> consumer = clients.reader("roster");
        try {
            Connection connection = new Connection(consumer);
            // Begun anew each time, so that a removal that was missed meanwhile is not.
            RosterBook book = new RosterBook(metrics);
            CompactedTopic topic = new CompactedTopic(consumer, Topics.ROSTER);
            if (!topic.exists()) {
                throw new KafkaException("topic " + Topics.ROSTER + " does not exist yet");
            }
            if (topic.readWhole(worker, book::apply)) {
                compile(book);
                announce();
                follow(consumer, connection, book, worker);
            }
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    private void follow(
            KafkaConsumer<byte[], byte[]> consumer,
            Connection connection,
            RosterBook book,
            Worker worker) {
        boolean changed = false;
        long earliest = System.nanoTime();
        while (!worker.isStopping()) {
            for (ConsumerRecord<byte[], byte[]> entry :
                    consumer.poll(changed ? untilDue(earliest) : POLL)) {
                changed |= book.apply(entry);
            }
            worker.connected(connection.isOpen());
            if (changed && System.nanoTime() - earliest >= 0) {
                Duration took = compile(book);
                changed = false;
                earliest = System.nanoTime() + pauseAfter(took).toNanos();
            }
        }
    }

    private static Duration untilDue(long earliest) {
        Duration left = Duration.ofNanos(Math.max(0, earliest - System.nanoTime()));
        return left.compareTo(POLL) < 0 ? left : POLL;
    }

    private Duration pauseAfter(Duration took) {
        Duration least = config.compileInterval();
        return took.compareTo(least) > 0 ? took : least;
    }

    private Duration compile(RosterBook book) {
        long begin = System.nanoTime();
        RosterSnapshot snapshot = roster.replace(book.staff());
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        metrics.rosterCompiled(took);
        LOG.infof(
                "roster in force people=%d version=%d compiledInMs=%d",
                snapshot.size(), snapshot.version(), took.toMillis());
        return took;
    }

    private void announce() {
        if (!state.isRosterWhole()) {
            state.rosterIsWhole();
            whenWhole.run();
        }
    }
}
