package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.faults.WebhookReceiver.Received;
import org.upstander.standalone.Service;
import org.upstander.standalone.ServiceProcess;

/** The database's machine dies; its standby is promoted and gets the address. */
class FailoverIT {

    private static final Duration READY = Duration.ofSeconds(180);
    private static final List<String> BEFORE = people("before");
    private static final List<String> MEANWHILE = people("meanwhile");
    private static final List<String> AFTERWARDS = people("afterwards");

    @TempDir Path directory;

    @Test
    void aStandbyThatIsPromotedGoesOnWhereThePrimaryStood() throws Exception {
        // Given: alert-service knows the database by an address, and a standby follows it
        try (MovingAddress address = new MovingAddress();
                Rig rig = rig(address)) {
            rig.system.startInfrastructure();
            address.leadTo(rig.system.database().port());
            ServiceProcess alert = rig.system.service(Service.ALERT);
            try (Standby standby = Standby.of(rig.system.database(), directory.resolve("standby"));
                    Attacks attacks = new Attacks(rig.system.kafka().bootstrapServers())) {
                alert.start().awaitReady(READY);
                enrol(rig);
                attacks.on(BEFORE);
                Rig.soon().untilAsserted(() -> assertThat(paged(rig)).containsAll(BEFORE));

                // When: it dies while attacks come in
                attacks.on(MEANWHILE);
                standby.crashPrimary();
                Rig.soon().until(() -> !alert.isReady());
                assertThat(alert.isLive()).isTrue();
                standby.promote();
                address.leadTo(standby.database().port());

                // Then: nobody lends a hand
                alert.awaitReady(READY);
                attacks.on(AFTERWARDS);
                AlertTables tables = new AlertTables(standby.database());
                Rig.soon()
                        .untilAsserted(
                                () ->
                                        assertThat(tables.deliveries("delivered"))
                                                .isEqualTo((int) everybody().count()));
                assertThat(paged(rig)).containsAll(everybody().toList());
                assertOneIdEach(rig);
                rig.assertLogsTellNothing();
            }
        }
    }

    /** A page may come twice where its outcome was lost with the primary, under the same id. */
    private static void assertOneIdEach(Rig rig) {
        Map<String, Set<String>> ids =
                rig.webhook.received().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Received::staffId,
                                        Collectors.mapping(
                                                Received::id,
                                                Collectors.toCollection(HashSet::new))));
        assertThat(ids.values()).allSatisfy(one -> assertThat(one).hasSize(1));
    }

    private Rig rig(MovingAddress address) {
        return Rig.prepared(
                directory,
                builder ->
                        builder.environment(
                                Service.ALERT,
                                "UPSTANDER_DB_PORT",
                                Integer.toString(address.port())));
    }

    private static void enrol(Rig rig) {
        everybody()
                .forEach(
                        id -> {
                            rig.community.contact(
                                    "ct-" + id,
                                    List.of(Community.webhook(rig.webhook.address("/" + id))));
                            rig.community.staff(id, "Pelagia " + id, "ct-" + id, null);
                        });
    }

    private static Set<String> paged(Rig rig) {
        return rig.webhook.received().stream().map(Received::staffId).collect(Collectors.toSet());
    }

    private static Stream<String> everybody() {
        return Stream.of(BEFORE, MEANWHILE, AFTERWARDS).flatMap(List::stream);
    }

    private static List<String> people(String group) {
        return IntStream.range(0, 8).mapToObj(at -> group + "-" + at).toList();
    }
}
