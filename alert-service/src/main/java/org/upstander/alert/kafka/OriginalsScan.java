package org.upstander.alert.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;
import org.upstander.alert.application.original.FindOriginals.Found;
import org.upstander.alert.application.original.Sealed;
import org.upstander.alert.application.original.WantedOriginal;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;

/**
 * One look through the topic: of each partition the stretches of time in which something is wanted,
 * each read until all of it is found, its time is over, or the topic ends. Not thread-safe.
 */
final class OriginalsScan {

    private static final Duration POLL = Duration.ofMillis(200);

    /** The rest comes again; a lease is longer. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Consumer<String, byte[]> consumer;
    private final List<WantedOriginal> wanted;
    private final long endNanos = System.nanoTime() + LONGEST.toNanos();
    private final Map<String, Sealed> found = new HashMap<>();
    private final Set<String> lookedFor = new HashSet<>();

    OriginalsScan(Consumer<String, byte[]> consumer, List<WantedOriginal> wanted) {
        this.consumer = consumer;
        this.wanted = List.copyOf(wanted);
    }

    void run() {
        List<PartitionInfo> known = consumer.partitionsFor(Topics.ORIGINALS);
        if (known == null || known.isEmpty()) {
            throw new UnknownTopicOrPartitionException();
        }
        int partitions = known.size();
        Map<Integer, List<WantedOriginal>> byPartition =
                wanted.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> partition(one.postId(), partitions),
                                        TreeMap::new,
                                        Collectors.toList()));
        byPartition.forEach(
                (partition, some) -> {
                    TopicPartition at = new TopicPartition(Topics.ORIGINALS, partition);
                    consumer.assign(Set.of(at));
                    stretches(some).forEach(stretch -> read(at, stretch));
                });
    }

    Found found() {
        return new Found(found, lookedFor);
    }

    /** As Kafka's own clients choose it for a key. */
    static int partition(String key, int partitions) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
    }

    /** What lies close together is read once. */
    private static List<List<WantedOriginal>> stretches(List<WantedOriginal> some) {
        List<List<WantedOriginal>> stretches = new ArrayList<>();
        Instant until = Instant.MIN;
        for (WantedOriginal one : sorted(some)) {
            if (one.search().from().isAfter(until)) {
                stretches.add(new ArrayList<>());
            }
            stretches.get(stretches.size() - 1).add(one);
            until = one.search().until().isAfter(until) ? one.search().until() : until;
        }
        return stretches;
    }

    private static List<WantedOriginal> sorted(List<WantedOriginal> some) {
        return some.stream()
                .sorted(Comparator.comparing((WantedOriginal one) -> one.search().from()))
                .toList();
    }

    private void read(TopicPartition at, List<WantedOriginal> stretch) {
        Set<String> missing =
                stretch.stream().map(WantedOriginal::recordId).collect(Collectors.toSet());
        Set<String> all = Set.copyOf(missing);
        long from = stretch.get(0).search().from().toEpochMilli();
        long until =
                stretch.stream()
                        .mapToLong(one -> one.search().until().toEpochMilli())
                        .max()
                        .orElse(from);
        OffsetAndTimestamp begin = consumer.offsetsForTimes(Map.of(at, from)).get(at);
        if (begin != null) {
            long end = consumer.endOffsets(Set.of(at)).get(at);
            consumer.seek(at, begin.offset());
            boolean over = false;
            while (!over && !missing.isEmpty() && consumer.position(at) < end) {
                if (System.nanoTime() - endNanos > 0) {
                    return; // nothing is known of the rest
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    over |= record.timestamp() > until;
                    take(record, missing);
                }
            }
        }
        lookedFor.addAll(all);
    }

    /** The first of several: what was handed in again later is the same. */
    private void take(ConsumerRecord<String, byte[]> record, Set<String> missing) {
        String id = text(record, Headers.ID);
        if (record.value() != null && missing.remove(id)) {
            found.put(
                    id,
                    new Sealed(
                            id,
                            text(record, Headers.ORIGINAL_CONTENT_TYPE),
                            text(record, Headers.ORIGINAL_FORM),
                            record.value()));
        }
    }

    private static String text(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? ""
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
