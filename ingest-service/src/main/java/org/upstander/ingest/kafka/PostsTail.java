package org.upstander.ingest.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.ingest.application.SeenPosts;
import org.upstander.ingest.config.SeenConfig;

/**
 * Reads the latest posts at start, and then what all instances write, so that each has seen the
 * same. Nothing waits for it: while Kafka is away less is known of new posts, and that is all.
 */
@ApplicationScoped
class PostsTail {

    private static final Logger LOG = Logger.getLogger(PostsTail.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int AGAIN_SECONDS = 1;
    private static final char SEPARATOR = '-';

    private final SeenPosts seen;
    private final ProducerSettings settings;
    private final int most;
    private final ScheduledExecutorService reader =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "posts-tail");
                        thread.setDaemon(true);
                        return thread;
                    });
    private volatile Consumer<byte[], byte[]> open;
    private volatile boolean closed;

    PostsTail(SeenPosts seen, ProducerSettings settings, SeenConfig config) {
        this.seen = seen;
        this.settings = settings;
        this.most = config.posts();
    }

    void onStart(@Observes StartupEvent start) {
        var unused = reader.scheduleWithFixedDelay(this::read, 0, AGAIN_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void close() {
        closed = true;
        reader.shutdown();
        Consumer<byte[], byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    /** Until Kafka cannot be read. */
    private void read() {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings.consumer())) {
            open = consumer;
            while (!closed) {
                follow(consumer);
                consumer.poll(POLL).forEach(this::take);
            }
        } catch (WakeupException e) {
            LOG.debug("stopped");
        } catch (KafkaException e) {
            LOG.debugf("the latest posts cannot be read, again soon: %s", e.getClass().getName());
        } catch (RuntimeException e) {
            LOG.errorf("the latest posts cannot be read, again soon: %s", e.getClass().getName());
        } finally {
            open = null;
        }
    }

    /** All partitions, also those that were added since: of each the latest, and what follows. */
    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> all =
                consumer.partitionsFor(Topics.POSTS, ANSWER).stream()
                        .map(one -> new TopicPartition(one.topic(), one.partition()))
                        .toList();
        Set<TopicPartition> added = new HashSet<>(all);
        added.removeAll(consumer.assignment());
        if (added.isEmpty()) {
            return;
        }
        consumer.assign(all); // the others stay where they are
        Map<TopicPartition, Long> first = consumer.beginningOffsets(added, ANSWER);
        Map<TopicPartition, Long> last = consumer.endOffsets(added, ANSWER);
        long each = most / all.size();
        added.forEach(one -> consumer.seek(one, Math.max(first.get(one), last.get(one) - each)));
    }

    private void take(ConsumerRecord<byte[], byte[]> event) {
        String id = id(event);
        int dash = id.indexOf(SEPARATOR);
        boolean ours = dash > 0 && seen.knows(id.substring(0, dash), id.substring(dash + 1));
        if (!ours && event.value() != null) {
            SeenEvent.read(event.value()).ifPresent(post -> post.remember(seen));
        }
    }

    /** Post and revision, as {@link KafkaPostLog} writes them. */
    private static String id(ConsumerRecord<byte[], byte[]> event) {
        Header id = event.headers().lastHeader(Headers.ID);
        return id == null || id.value() == null
                ? ""
                : new String(id.value(), StandardCharsets.UTF_8);
    }
}
