package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.Assessment;
import org.upstander.infrastructure.InfrastructureResource;

/** Acknowledgements against the engine, ten thousand times. */
@QuarkusTest
@TestProfile(PatientProfile.class)
@WithTestResource(InfrastructureResource.class)
class AcknowledgeRaceIT extends RaceTestBase {

    private static final int AT_ONCE = 200;
    private static final int BATCHES = 50;

    /**
     * Many incidents at a time, so that ten thousand fit into a few minutes: the second page of
     * each is due while it is acknowledged.
     */
    @Test
    void tenThousandAcknowledgementsAndNothingIsSentAfterwards() {
        for (int batch = 0; batch < BATCHES; batch++) {
            // Given
            String prefix = staffId + "-" + batch + "-";
            pagedOnce(prefix, AT_ONCE);
            clock.forward(ofMinutes(1));
            List<String> incidents =
                    column("select id from incident where staff_id like ?", prefix + "%");
            assertThat(incidents).hasSize(AT_ONCE);

            // When
            List<Uni<?>> work = new ArrayList<>();
            for (int at = 0; at < AT_ONCE; at++) {
                if (at % 50 == 0) {
                    work.add(escalate.runOnce());
                    work.add(deliver.runOnce());
                }
                work.add(acknowledge.acknowledge(incidents.get(at), "ct", "On it"));
            }
            together(work);
            eventually(() -> assertThat(waiting(prefix, "'sending'")).isEmpty());
            List<String> sent = attempts(prefix);
            forward(ofMinutes(1));
            now(escalate.runOnce());
            now(deliver.runOnce());

            // Then
            assertThat(
                            column(
                                    "select distinct state from incident where staff_id like ?",
                                    prefix + "%"))
                    .containsExactly("acknowledged");
            assertThat(waiting(prefix, "'pending', 'retry', 'sending'")).isEmpty();
            assertThat(
                            column(
                                    "select p.id from page p join incident i on i.id = p.incident_id"
                                            + " where i.staff_id like ? and p.state = 'pending'",
                                    prefix + "%"))
                    .isEmpty();
            assertThat(attempts(prefix)).isEqualTo(sent);
        }
    }

    private void pagedOnce(String prefix, int count) {
        List<Assessment> attacks = new ArrayList<>();
        String mine = staffId;
        for (int at = 0; at < count; at++) {
            staffId = prefix + at;
            directory.contact(
                    staffId + "-ct", null, ScriptedDirectory.mail(staffId + "@example.org"));
            directory.staff(staffId, staffId + "-ct", null);
            pageEachMinute();
            attacks.add(attack("1"));
        }
        staffId = mine;
        now(recordAssessments.record(attacks));
        eventually(() -> assertThat(waiting(prefix, "'delivered'")).hasSize(count));
    }

    private static List<String> waiting(String prefix, String states) {
        return column(
                "select d.id from delivery d join incident i on i.id = d.incident_id"
                        + " where i.staff_id like ? and d.state in ("
                        + states
                        + ")",
                prefix + "%");
    }

    private static List<String> attempts(String prefix) {
        return column(
                "select n.id from notification n join incident i on i.id = n.incident_id"
                        + " where i.staff_id like ? order by n.id",
                prefix + "%");
    }
}
