package org.upstander.ingest.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.upstander.contracts.Topics;
import org.upstander.ingest.application.LogState;
import org.upstander.ingest.config.WriterConfig;

/**
 * Keeps a producer open, whatever Kafka does, and knows whether it can be used. A thread of its own
 * looks once a second: opening clients may block (DNS), and a look must not pile up on another.
 */
@ApplicationScoped
class KafkaConnection implements LogState {

    private static final Logger LOG = Logger.getLogger(KafkaConnection.class);

    /** After so many looks without an answer, the last one is no longer believed. */
    private static final int STALE_LOOKS = 3;

    private static final Seen NOT_YET = new Seen(false, "not looked yet");
    private static final Seen ANSWERS = new Seen(true, "answers");

    private final ProducerSettings settings;
    private final List<String> topics;
    private final long staleNanos;
    private final long intervalMillis;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "kafka-look");
                        thread.setDaemon(true);
                        return thread;
                    });

    private volatile Producer<String, byte[]> producer;
    private volatile boolean broken;
    private volatile Look last = new Look(NOT_YET, System.nanoTime());
    private volatile long lastRefusal = System.nanoTime() - Duration.ofDays(1).toNanos();
    private Admin admin;
    private boolean told;

    KafkaConnection(ProducerSettings settings, WriterConfig config, SealedOriginals originals) {
        this.settings = settings;
        // Without its original no post is taken, where originals are kept.
        this.topics =
                originals.areKept()
                        ? List.of(Topics.POSTS, Topics.SIGNALS, Topics.ORIGINALS)
                        : List.of(Topics.POSTS, Topics.SIGNALS);
        this.intervalMillis = config.probeInterval().toMillis();
        this.staleNanos = config.probeInterval().multipliedBy(STALE_LOOKS).toNanos();
    }

    void onStart(@Observes StartupEvent start) {
        var unused =
                looks.scheduleWithFixedDelay(this::look, 0, intervalMillis, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void close() {
        looks.shutdownNow();
        Producer<String, byte[]> open = producer;
        if (open != null) {
            // What has its 202 is acknowledged already; this is for requests still being answered.
            open.close(Duration.ofSeconds(2));
        }
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    /** The producer to use now, or null while none could be opened. */
    Producer<String, byte[]> producer() {
        return producer;
    }

    /** A record could not be written. */
    void refused(Exception failure) {
        if (failure instanceof BufferExhaustedException) {
            return; // too much at a time, which says nothing about Kafka
        }
        lastRefusal = System.nanoTime();
        boolean passes =
                failure instanceof RetriableException || failure instanceof RecordTooLargeException;
        if (!passes) {
            broken = true;
        }
    }

    @Override
    public Seen seen() {
        Look look = last;
        long now = System.nanoTime();
        if (now - look.atNanos > staleNanos) {
            return new Seen(false, "Kafka does not answer");
        }
        if (look.seen.reachable() && now - lastRefusal < staleNanos) {
            return new Seen(false, "Kafka answers, but a record was not taken");
        }
        return look.seen;
    }

    private void look() {
        try {
            open();
            // Also keeps the topics in the producer's memory, so that send() need not ask for them.
            topics.forEach(producer::partitionsFor);
        } catch (KafkaException e) {
            see(new Seen(false, "no connection: " + e.getClass().getSimpleName()));
        } catch (RuntimeException e) {
            LOG.error("looking after Kafka failed, will look again", e);
        }
        if (admin != null) {
            admin.describeTopics(topics).allTopicNames().whenComplete(this::seeTopics);
        }
    }

    /** Opens what is not open, and replaces a producer that will not recover (a failed log-in). */
    private void open() {
        if (broken && producer != null) {
            LOG.warn("the Kafka producer is replaced after an error it does not recover from");
            producer.close(Duration.ZERO);
            producer = null;
        }
        if (producer == null) {
            producer = new KafkaProducer<>(settings.producer());
            broken = false;
        }
        if (admin == null) {
            admin = Admin.create(settings.admin());
        }
    }

    private void seeTopics(Map<String, TopicDescription> described, Throwable failure) {
        if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            see(new Seen(false, "Kafka does not answer: " + cause.getClass().getSimpleName()));
            return;
        }
        boolean led =
                described.values().stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .allMatch(partition -> partition.leader() != null);
        if (!led) {
            see(new Seen(false, "a partition has no leader"));
        } else if (!knowsTopics()) {
            see(new Seen(false, "the producer has no connection yet"));
        } else {
            see(ANSWERS);
        }
    }

    private boolean knowsTopics() {
        try {
            topics.forEach(producer::partitionsFor);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void see(Seen seen) {
        if (!told || seen.reachable() != last.seen.reachable()) {
            told = true;
            if (seen.reachable()) {
                LOG.info("Kafka answers");
            } else {
                LOG.warnf("Kafka cannot be written to reason=%s", seen.reason());
            }
        }
        last = new Look(seen, System.nanoTime());
    }

    private record Look(Seen seen, long atNanos) {}
}
