package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.faults.WebhookReceiver.Received;
import org.upstander.infrastructure.FreePorts;
import org.upstander.standalone.Service;
import org.upstander.standalone.ServiceProcess;

/**
 * Two alert-services on one PostgreSQL and one Kafka; one is frozen (SIGSTOP) with deliveries in
 * hand for five times as long as its lease on them, and goes on as if nothing had been. Tested are
 * {@value #PAUSE_SECONDS} s against a lease of {@value #LEASE_SECONDS} s: the ratio of five minutes
 * to the lease as shipped, 60 s.
 *
 * <p>What had not left the frozen instance is sent by the other, once, and not again when it wakes.
 * What was on the wire when it froze has arrived without our knowing: it may come a second time,
 * under the same id, so that the receiver can drop it. More than that nobody can promise.
 */
class TwoInstancesIT {

    private static final int LEASE_SECONDS = 13;
    private static final int PAUSE_SECONDS = 65;
    private static final Duration READY = Duration.ofSeconds(180);

    private static final List<String> WARM = people("warm", 8);
    private static final List<String> HELD = people("held", 24);
    private static final List<String> MAILED = people("mailed", 8);
    private static final List<String> MEANWHILE = people("meanwhile", 12);
    private static final List<String> AFTERWARDS = people("afterwards", 12);

    @TempDir Path directory;
    private Rig rig;
    private ServiceProcess frozen;
    private ServiceProcess other;
    private Attacks attacks;

    @BeforeEach
    void start() {
        rig =
                Rig.prepared(
                        directory,
                        builder ->
                                Map.of(
                                                "UPSTANDER_ALERT_ENGINE_DELIVERY_LEASE",
                                                "PT" + LEASE_SECONDS + "S",
                                                "UPSTANDER_WEBHOOK_TIMEOUT",
                                                "PT6S",
                                                "UPSTANDER_WEBHOOK_CONNECTIONS_PER_RECEIVER",
                                                "2",
                                                "UPSTANDER_SMTP_TIMEOUT",
                                                "PT6S",
                                                "UPSTANDER_SMTP_CONNECTIONS",
                                                "2")
                                        .forEach(
                                                (name, value) ->
                                                        builder.environment(
                                                                Service.ALERT, name, value)));
        rig.system.startInfrastructure();
        frozen = rig.system.service(Service.ALERT);
        other = rig.system.another(Service.ALERT, "alert-2", FreePorts.one(), Map.of());
        // One after the other, for the second finds the tables there; two at once is another test.
        frozen.start().awaitReady(READY);
        other.start().awaitReady(READY);
        attacks = new Attacks(rig.system.kafka().bootstrapServers());
        enrol();
    }

    @AfterEach
    void stop() {
        if (attacks != null) {
            attacks.close();
        }
        rig.close();
    }

    @Test
    void whoWasFrozenForLongerThanItsLeaseSendsNothingTwiceAndLosesNothing() throws Exception {
        // Given: both work, and hold what the receivers do not answer
        attacks.on(WARM);
        Rig.soon().untilAsserted(() -> assertThat(paged()).containsAll(WARM));
        AlertTables tables = new AlertTables(rig.system.database());
        rig.mail.stop();
        Set<String> onTheWire;
        try (ServerSocket blackHole = blackHole()) {
            rig.webhook.hold();
            attacks.on(HELD);
            attacks.on(MAILED);
            Rig.soon()
                    .pollInterval(Duration.ofMillis(20))
                    .until(
                            () ->
                                    tables.deliveries("sending") >= HELD.size()
                                            && ids().size() > WARM.size());

            // When: one freezes, and its receivers go on
            signal("-STOP");
            onTheWire = ids();
        }
        long since = System.nanoTime();
        rig.mail.start();
        rig.webhook.answer();
        attacks.on(MEANWHILE);
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> {
                            assertThat(paged()).containsAll(HELD).containsAll(MEANWHILE);
                            assertThat(mails()).hasSizeGreaterThanOrEqualTo(MAILED.size());
                            assertThat(System.nanoTime() - since)
                                    .isGreaterThan(Duration.ofSeconds(PAUSE_SECONDS).toNanos());
                        });
        assertThat(metric(other, "upstander_alert_deliveries_possible_duplicate_total"))
                .as("deliveries that the other took over")
                .isPositive();

        // And: it wakes, with all that it held still in its hands
        signal("-CONT");
        frozen.awaitReady(READY);
        attacks.on(AFTERWARDS);

        // Then: nothing is lost
        Rig.soon().untilAsserted(() -> assertThat(paged()).containsAll(AFTERWARDS));
        Rig.soon()
                .untilAsserted(
                        () ->
                                assertThat(tables.deliveries("delivered"))
                                        .isEqualTo(everybody().count()));

        // And: nothing more comes, not from the one that woke either
        int before = rig.webhook.received().size();
        Awaitility.await()
                .during(Duration.ofSeconds(LEASE_SECONDS))
                .atMost(Duration.ofSeconds(LEASE_SECONDS + 30))
                .until(() -> rig.webhook.received().size() == before);
        assertOnce(onTheWire);
        assertThat(mails()).as("mails").hasSize(MAILED.size()).doesNotHaveDuplicates();
        rig.assertLogsTellNothing();
    }

    /** One id for each page, and one request for each id but for those that were on the wire. */
    private void assertOnce(Set<String> onTheWire) {
        Map<String, List<Received>> byPerson =
                rig.webhook.received().stream().collect(Collectors.groupingBy(Received::staffId));
        byPerson.forEach(
                (person, received) -> {
                    assertThat(received.stream().map(Received::id).distinct())
                            .as("ids of the page about %s", person)
                            .hasSize(1);
                    assertThat(received)
                            .as("requests about %s", person)
                            .hasSizeLessThanOrEqualTo(
                                    onTheWire.contains(received.get(0).id()) ? 2 : 1);
                });
        // Two of each instance at most were on the wire together; the first eight were over.
        assertThat(onTheWire).hasSizeBetween(WARM.size() + 1, WARM.size() + 4);
    }

    private void enrol() {
        rig.api
                .put(
                        "/v1/policies/once",
                        Map.of(
                                "displayName",
                                "Once",
                                "steps",
                                List.of(
                                        Map.of(
                                                "afterSeconds",
                                                0,
                                                "targets",
                                                List.of(Map.of("staffContact", true)))),
                                "lastResort",
                                Map.of("contactId", "nobody")))
                .expect(200, 201);
        MAILED.forEach(id -> employ(id, Community.mail(id + "@example.org")));
        everybody()
                .filter(id -> !MAILED.contains(id))
                .forEach(id -> employ(id, Community.webhook(rig.webhook.address("/" + id))));
    }

    private void employ(String id, Map<String, Object> method) {
        rig.community.contact("ct-" + id, List.of(method));
        rig.community.staff(id, "Pelagia " + id, "ct-" + id, "once");
    }

    private Set<String> paged() {
        return rig.webhook.received().stream().map(Received::staffId).collect(Collectors.toSet());
    }

    private Set<String> ids() {
        return rig.webhook.received().stream().map(Received::id).collect(Collectors.toSet());
    }

    /** Message ids, each as often as it arrived. */
    private List<String> mails() throws Exception {
        List<String> ids = new ArrayList<>();
        for (MimeMessage mail : rig.mail.getReceivedMessages()) {
            ids.add(mail.getMessageID());
        }
        return ids;
    }

    /** Takes connections in and never says a word, as a relay that hangs. */
    private ServerSocket blackHole() throws IOException {
        return new ServerSocket(rig.system.ports().smtp(), 50, InetAddress.getByName("127.0.0.1"));
    }

    private void signal(String signal) throws Exception {
        assertThat(
                        new ProcessBuilder("kill", signal, Long.toString(frozen.pid()))
                                .start()
                                .waitFor())
                .isZero();
    }

    private double metric(ServiceProcess instance, String name) {
        return rig.api
                .metrics(instance)
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Stream<String> everybody() {
        return Stream.of(WARM, HELD, MAILED, MEANWHILE, AFTERWARDS).flatMap(List::stream);
    }

    private static List<String> people(String group, int count) {
        return IntStream.range(0, count).mapToObj(at -> group + "-" + at).toList();
    }
}
