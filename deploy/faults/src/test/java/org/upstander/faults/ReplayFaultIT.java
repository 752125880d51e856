package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.contracts.Topics;
import org.upstander.standalone.Service;
import org.upstander.standalone.ServiceProcess;

/**
 * alert-service dies at its two worst moments: when the database knows what Kafka does not, and
 * when the receiver knows what the database does not.
 */
class ReplayFaultIT {

    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::partition);

    private static final String GROUP = "upstander-alert-assessments";
    private static final Duration READY = Duration.ofSeconds(180);
    private static final List<String> FIRST = people("first", 20);
    private static final List<String> UNNOTICED = people("unnoticed", 4);
    private static final List<String> LAST = people("last", 4);

    @TempDir Path directory;
    private Rig rig;
    private ServiceProcess alert;
    private Attacks attacks;

    @BeforeEach
    void start() {
        rig = Rig.prepared(directory);
        rig.system.startInfrastructure();
        alert = rig.system.service(Service.ALERT);
        alert.start().awaitReady(READY);
        attacks = new Attacks(rig.system.kafka().bootstrapServers());
        rig.community.contact("watch", List.of(Community.webhook(rig.webhook.address("/watch"))));
        for (List<String> group : List.of(FIRST, UNNOTICED, LAST)) {
            group.forEach(id -> rig.community.staff(id, "Pelagia " + id, "watch", null));
        }
    }

    @AfterEach
    void stop() {
        attacks.close();
        rig.close();
    }

    @Test
    void whatWasDoneAndNotSaidIsDoneOnceMoreWithoutEffect() throws Exception {
        // Given: all is recorded and paged, and the answers are kept, too
        attacks.on(FIRST);
        AlertTables tables = new AlertTables(rig.system.database());
        Rig.soon()
                .untilAsserted(
                        () -> assertThat(tables.deliveries("delivered")).isEqualTo(FIRST.size()));
        assertThat(requests(FIRST)).hasSize(FIRST.size());

        // When: it dies, and Kafka has not heard of a single record that the database has
        alert.kill();
        toTheBeginning();
        alert.start().awaitReady(READY);
        Rig.soon().untilAsserted(() -> assertThat(read()).isEqualTo(written()));

        // Then
        assertThat(rig.api.list("/v1/incidents")).hasSize(FIRST.size());
        assertThat(rig.api.list("/v1/assessments")).hasSize(FIRST.size());

        // When: it dies between the receiver's answer and its own commit
        rig.webhook.hold();
        attacks.on(UNNOTICED);
        Rig.soon().untilAsserted(() -> assertThat(requests(UNNOTICED)).hasSize(UNNOTICED.size()));
        alert.kill();
        rig.webhook.answer();
        alert.start().awaitReady(READY);

        // Then: the same comes again under the same id, and is counted
        Rig.soon()
                .untilAsserted(
                        () ->
                                assertThat(requests(UNNOTICED).values())
                                        .hasSize(UNNOTICED.size())
                                        .allMatch(count -> count == 2));
        Rig.soon()
                .untilAsserted(
                        () ->
                                assertThat(rig.api.metrics(alert).text())
                                        .containsPattern(
                                                "possible_duplicate_total(\\{[^}]*})? "
                                                        + UNNOTICED.size()));
        attacks.on(LAST);
        Rig.soon().untilAsserted(() -> assertThat(requests(LAST)).hasSize(LAST.size()));
        assertThat(requests(FIRST).values()).allMatch(count -> count == 1);
        rig.assertLogsTellNothing();
    }

    /** How often each idempotency key came, of pages about these people. */
    private Map<String, Long> requests(List<String> people) {
        Set<String> ids = Set.copyOf(people);
        return rig.webhook.received().stream()
                .filter(one -> ids.contains(one.staffId()))
                .collect(
                        Collectors.groupingBy(
                                WebhookReceiver.Received::id, TreeMap::new, Collectors.counting()));
    }

    /** Kafka refuses while it holds whoever was killed for alive. */
    private void toTheBeginning() {
        Rig.soon()
                .until(
                        () -> {
                            try (Admin admin = admin()) {
                                Map<TopicPartition, OffsetAndMetadata> begin = new TreeMap<>(ORDER);
                                written()
                                        .keySet()
                                        .forEach(at -> begin.put(at, new OffsetAndMetadata(0)));
                                admin.alterConsumerGroupOffsets(GROUP, begin)
                                        .all()
                                        .get(30, TimeUnit.SECONDS);
                                return true;
                            }
                        });
    }

    private Map<TopicPartition, Long> read() throws Exception {
        try (Admin admin = admin()) {
            Map<TopicPartition, Long> read = new TreeMap<>(ORDER);
            admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get(30, TimeUnit.SECONDS)
                    .forEach((at, committed) -> read.put(at, committed.offset()));
            return read;
        }
    }

    private Map<TopicPartition, Long> written() throws Exception {
        try (Admin admin = admin()) {
            int partitions =
                    admin.describeTopics(List.of(Topics.ASSESSMENTS))
                            .allTopicNames()
                            .get(30, TimeUnit.SECONDS)
                            .get(Topics.ASSESSMENTS)
                            .partitions()
                            .size();
            Map<TopicPartition, OffsetSpec> ends = new TreeMap<>(ORDER);
            IntStream.range(0, partitions)
                    .forEach(
                            at ->
                                    ends.put(
                                            new TopicPartition(Topics.ASSESSMENTS, at),
                                            OffsetSpec.latest()));
            Map<TopicPartition, Long> written = new TreeMap<>(ORDER);
            admin.listOffsets(ends)
                    .all()
                    .get(30, TimeUnit.SECONDS)
                    .forEach((at, end) -> written.put(at, end.offset()));
            return written;
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", rig.system.kafka().bootstrapServers()));
    }

    private static List<String> people(String group, int count) {
        return IntStream.range(0, count).mapToObj(at -> group + "-" + at).toList();
    }
}
