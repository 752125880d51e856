package org.upstander.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoringPipelineTest {

    @Test
    void backlogIsShorterWhereMoreNameStaff() {
        assertThat(ScoringPipeline.backlog(300_000, 0)).isEqualTo(300_000);
        assertThat(ScoringPipeline.backlog(300_000, 2)).isEqualTo(300_000);
        assertThat(ScoringPipeline.backlog(300_000, 20)).isEqualTo(30_000);
        assertThat(ScoringPipeline.backlog(300_000, 100)).isEqualTo(6_000);
    }
}
