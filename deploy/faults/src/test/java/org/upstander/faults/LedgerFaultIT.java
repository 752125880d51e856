package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.faults.WebhookReceiver.Received;
import org.upstander.infrastructure.FreePorts;
import org.upstander.standalone.Service;
import org.upstander.standalone.ServiceProcess;

/** Services die in the middle of work, and nothing is lost, nor said twice under two keys. */
class LedgerFaultIT {

    private static final int POSTS = 2_000;

    private static final int POSTS_FOR_TWO = 400;

    private static final Duration READY = Duration.ofSeconds(120);

    @TempDir Path directory;

    @Test
    void everythingAcceptedIsAssessedAndPagedOnceThoughServicesAreKilled() {
        long seed = Long.getLong("upstander.seed", System.nanoTime());
        System.out.println("seed -Dupstander.seed=" + seed);
        Random random = new Random(seed);
        try (Rig rig = Rig.started(directory)) {
            // Given
            ServiceProcess scoring = rig.system.service(Service.SCORING);
            ServiceProcess alert = rig.system.service(Service.ALERT);
            Ledger ledger = new Ledger(rig, seed);
            ledger.enrol();

            // When: both are killed while posts come in, at points the seed chooses
            killIn(ledger, POSTS / 2, random, scoring, alert);
            killIn(ledger, POSTS / 2, random, alert, scoring);

            // Then
            ledger.assertKept();

            // When: a second alert-service shares the work, and nobody is killed
            ServiceProcess second =
                    rig.system.another(Service.ALERT, "alert-2", FreePorts.one(), Map.of());
            second.start().awaitReady(READY);
            awaitShare(rig, second);
            int before = rig.webhook.received().size();
            ledger.write(POSTS_FOR_TWO);
            // What is drawn may attack nobody of the second's share.
            ledger.writeAttackOnEach();

            // Then: what was promised holds, and no page is even sent twice
            ledger.assertKept();
            List<Received> pages = rig.webhook.received();
            assertThat(pages.subList(before, pages.size()))
                    .isNotEmpty()
                    .extracting(Received::id)
                    .doesNotHaveDuplicates();
            assertThat(rig.api.metrics(second).text())
                    .containsPattern("upstander_alert_incidents_opened_total(\\{[^}]*})? [1-9]");
            rig.assertLogsTellNothing();
        }
    }

    /** Ready is earlier: Kafka hands partitions over with the next heartbeat of the other one. */
    private static void awaitShare(Rig rig, ServiceProcess instance) {
        await().atMost(READY)
                .untilAsserted(
                        () ->
                                assertThat(rig.api.metrics(instance).text())
                                        .containsPattern(
                                                "assigned_partitions\\{client_id=\"kafka-consumer-assessments\"[^}]*} [1-9]"));
    }

    /** Three kills: the first, the second beside it, the first again as soon as it is back. */
    private static void killIn(
            Ledger ledger, int posts, Random random, ServiceProcess first, ServiceProcess second) {
        int before = ledger.accepted();
        int killFirst = before + 50 + random.nextInt(posts / 3);
        int killSecond = killFirst + random.nextInt(posts / 3);
        int startFirst = before + posts * 3 / 4 + random.nextInt(posts / 6);
        ledger.write(
                posts,
                () -> {
                    ledger.awaitAccepted(killFirst);
                    first.kill();
                    ledger.awaitAccepted(killSecond);
                    second.kill();
                    ledger.awaitAccepted(startFirst);
                    first.start();
                });
        second.start();
        // It is about to work off what has gathered.
        first.awaitReady(READY).kill();
        first.start().awaitReady(READY);
        second.awaitReady(READY);
        ledger.awaitAssessed();
    }
}
