package org.upstander.scenarios.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.upstander.alert.domain.pattern.Encounter.Act;
import org.upstander.alert.domain.pattern.Retaliation;

/** What a moderation action makes of the time after it only gets less. */
class RiskPropertiesTest {

    private static final Instant ACTED = Instant.parse("2026-09-07T12:00:00Z");
    private static final int QUARTER = 4 * 30 * 24 * 60;

    private final Retaliation retaliation = new Retaliation(Retaliation.Settings.USUAL);

    @Property
    void riskNeverRises(
            @ForAll @IntRange(max = QUARTER) int minutes,
            @ForAll @IntRange(max = QUARTER) int later,
            @ForAll boolean known) {
        Act act = new Act("ban", known ? "dana" : null, ACTED, null);
        Instant first = ACTED.plus(Duration.ofMinutes(minutes));

        double before = retaliation.risk(act, first);
        double after = retaliation.risk(act, first.plus(Duration.ofMinutes(later)));

        assertThat(after).isLessThanOrEqualTo(before).isBetween(0.0, 1.0);
    }

    @Property
    void thereIsNoneBeforeTheAction(@ForAll @IntRange(min = 1, max = QUARTER) int minutes) {
        Act act = new Act("ban", "dana", ACTED, null);

        assertThat(retaliation.risk(act, ACTED.minus(Duration.ofMinutes(minutes)))).isZero();
    }
}
