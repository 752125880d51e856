package org.upstander.scoring.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.upstander.scoring.domain.Thresholds;
import org.upstander.scoring.judgement.TargetJudge;

/** StaffCheck dev, whole, with the shipped models: what they reached must not be lost unnoticed. */
class StaffCheckTest {
    private static final Path SUITE = Path.of("src/test/resources/staffcheck");

    @Test
    void shouldNotFallBehindWhatWasReached() {
        String[] args = {
            SUITE.resolve("dev.jsonl").toString(),
            SUITE.resolve("roster-dev.json").toString(),
            "target/staffcheck.json",
            "f1=0.94,precision=0.95,recall=0.93,pairs=0.9,severityWithinOne=0.95,spam=1",
            "false"
        };

        assertThat(StaffCheckMain.run(args, TargetJudge.shipped(Thresholds.SHIPPED), System.out))
                .isZero();
    }
}
