package org.upstander.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.standalone.Service;

/** Services die in the middle of work, and nothing is lost, nor said twice under two keys. */
class LedgerFaultIT {

    private static final int POSTS = 2_000;
    private static final int KILLS = 6;

    @TempDir Path directory;

    @Test
    void everythingAcceptedIsAssessedAndPagedOnceThoughServicesAreKilled() {
        long seed = Long.getLong("upstander.seed", System.nanoTime());
        System.out.println("seed -Dupstander.seed=" + seed);
        Random random = new Random(seed);
        try (Rig rig = Rig.started(directory)) {
            // Given
            Ledger ledger = new Ledger(rig, seed);
            ledger.enrol();

            // When: killed while posts come in, alternately, at points the seed chooses
            int written = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                int until = POSTS * (kill + 1) / (KILLS + 1) - random.nextInt(50);
                ledger.write(until - written);
                written = until;
                Service victim = kill % 2 == 0 ? Service.SCORING : Service.ALERT;
                rig.system.service(victim).kill();
                ledger.write(20);
                written += 20;
                rig.system.service(victim).start();
            }
            ledger.write(POSTS - written);
            rig.system.service(Service.SCORING).awaitReady(Duration.ofSeconds(120));
            rig.system.service(Service.ALERT).awaitReady(Duration.ofSeconds(120));

            // Then
            ledger.assertKept();
            rig.assertLogsTellNothing();
        }
    }
}
