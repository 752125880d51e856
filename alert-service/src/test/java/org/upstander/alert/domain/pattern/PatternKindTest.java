package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PatternKindTest {

    /** Dashboards and scripts know these words. */
    @Test
    void theyAreCalledAsTheInterfaceSays() {
        assertThat(Arrays.stream(PatternKind.values()).map(PatternKind::wireName))
                .containsExactlyInAnyOrder(
                        "retaliation",
                        "brewing",
                        "persistence",
                        "pile-on",
                        "off-hours",
                        "approach",
                        "campaign",
                        "doxxing");
    }
}
