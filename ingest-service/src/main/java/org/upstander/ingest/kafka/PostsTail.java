package org.upstander.ingest.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.upstander.ingest.application.SeenPosts;
import org.upstander.ingest.config.SeenConfig;

/**
 * Reads the latest posts at start, and then what other instances write, so that each has seen the
 * same. Nothing waits for it: while Kafka is away less is known of new posts, and that is all. So
 * it rests between two looks, and passes over what this instance has written meanwhile.
 */
@ApplicationScoped
class PostsTail {

    private static final Logger LOG = Logger.getLogger(PostsTail.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int AGAIN_SECONDS = 1;
    private static final Duration REST = Duration.ofMillis(200);

    /** As much as a look brings at most: then there is more, and there is no time to rest. */
    private static final int MANY = ConsumerConfig.DEFAULT_MAX_POLL_RECORDS;

    /** Between post and revision, as {@link KafkaPostLog} writes them. */
    private static final char SEPARATOR = '-';

    private final SeenPosts seen;
    private final OwnPosts own;
    private final ProducerSettings settings;
    private final int most;
    private final ScheduledExecutorService reader =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "posts-tail");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Consumer<byte[], byte[]> open;

    PostsTail(SeenPosts seen, OwnPosts own, ProducerSettings settings, SeenConfig config) {
        this.seen = seen;
        this.own = own;
        this.settings = settings;
        this.most = config.posts();
    }

    void onStart(@Observes StartupEvent start) {
        var unused = reader.scheduleWithFixedDelay(this::read, 0, AGAIN_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void close() {
        end.countDown();
        reader.shutdown();
        Consumer<byte[], byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    /** Until Kafka cannot be read. */
    private void read() {
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings.consumer("ingest-service-tail"))) {
            open = consumer;
            boolean over = false;
            while (!over) {
                follow(consumer);
                passOwn(consumer);
                ConsumerRecords<byte[], byte[]> posts = consumer.poll(POLL);
                posts.forEach(this::take);
                over = isOver(posts.count() < MANY ? REST : Duration.ZERO);
            }
        } catch (WakeupException e) {
            LOG.debug("stopped");
        } catch (KafkaException e) {
            LOG.debugf("the latest posts cannot be read, again soon: %s", e.getClass().getName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf("the latest posts cannot be read, again soon: %s", e.getClass().getName());
        } finally {
            open = null;
        }
    }

    /** All partitions, also those that were added since: of each the latest, and what follows. */
    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> all = PostsPartitions.all(consumer);
        Set<TopicPartition> added = new HashSet<>(all);
        added.removeAll(consumer.assignment());
        if (added.isEmpty()) {
            return;
        }
        consumer.assign(all); // the others stay where they are
        PostsPartitions.seekLatest(consumer, added, most / all.size());
    }

    /** Not for a few: what was fetched beforehand would be fetched again. */
    private void passOwn(Consumer<byte[], byte[]> consumer) {
        for (TopicPartition one : consumer.assignment()) {
            long at = consumer.position(one, PostsPartitions.ANSWER);
            long behind = own.behind(one.partition(), at);
            if (behind - at >= MANY) {
                consumer.seek(one, behind);
            }
        }
    }

    private boolean isOver(Duration rest) throws InterruptedException {
        return end.await(rest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void take(ConsumerRecord<byte[], byte[]> event) {
        String id = EventHeaders.id(event);
        int dash = id.indexOf(SEPARATOR);
        boolean ours = dash > 0 && seen.knows(id.substring(0, dash), id.substring(dash + 1));
        if (!ours && event.value() != null) {
            SeenEvent.read(event.value()).ifPresent(post -> post.remember(seen));
        }
    }
}
