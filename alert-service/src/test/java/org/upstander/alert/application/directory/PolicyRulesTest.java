package org.upstander.alert.application.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.EscalationPolicy;

class PolicyRulesTest {

    private final Checks checks = new Checks();

    private Optional<EscalationPolicy> check(String own, String builtIn, boolean required) {
        PolicyDraft.Step step =
                new PolicyDraft.Step(0L, List.of(new PolicyDraft.Target(true, null, null)));
        return new PolicyRules(new LastResort(Optional.ofNullable(builtIn), required))
                .check(
                        new PolicyDraft(
                                "po-1",
                                "P",
                                List.of(step),
                                null,
                                null,
                                own,
                                new PolicyDraft.Paging(null, null, null, null, null)),
                        checks);
    }

    @Test
    void aPolicyNeedsALastResort() {
        assertThat(check(null, null, true)).isEmpty();
        assertThat(checks.violations())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.pointer()).isEqualTo("/lastResort");
                            assertThat(one.detail())
                                    .contains("contactId")
                                    .contains("UPSTANDER_DIRECTORY_LAST_RESORT_CONTACT");
                        });
    }

    @Test
    void itsOwnTheBuiltInOneOrNoneWhereTheSettingSaysSo() {
        assertThat(check("ct-9", null, true))
                .map(EscalationPolicy::lastResortContactId)
                .contains("ct-9");
        assertThat(check(null, "ct-8", true)).isPresent();
        assertThat(check(null, null, false)).isPresent();
    }

    @Test
    void theBuiltInOneTakesNobodysPlace() {
        LastResort lastResort = new LastResort(Optional.of("ct-8"), true);

        assertThat(lastResort.of(check("ct-9", null, true).orElseThrow()).lastResortContactId())
                .isEqualTo("ct-9");
        assertThat(lastResort.of(check(null, "ct-8", true).orElseThrow()).lastResortContactId())
                .isEqualTo("ct-8");
        assertThat(lastResort.policy().lastResortContactId()).isEqualTo("ct-8");
    }
}
