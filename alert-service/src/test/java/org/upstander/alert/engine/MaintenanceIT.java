package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.directory.MaintenanceDirectory;
import org.upstander.alert.application.directory.MaintenanceDraft;
import org.upstander.alert.application.directory.PutResult;
import org.upstander.infrastructure.InfrastructureResource;

/** While something is being worked on only what is grave pages. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class MaintenanceIT extends EscalationTestBase {

    @Inject MaintenanceDirectory maintenance;

    @Test
    void whatIsLessGraveIsHeldUntilItsEndAndPagedForThen() {
        // Given
        String id = window();
        attack("1", 2);
        eventually(() -> assertThat(heldBy()).containsExactly("maintenance/" + id));

        // When
        forward(ofHours(1));

        // Then
        pages(1);
        assertThat(heldBy()).isEmpty();
        assertThat(reasons())
                .anyMatch(reason -> reason.startsWith("Maintenance " + id + " holds the page back"))
                .contains("Nothing holds the page back any more");
    }

    @Test
    void whatIsGravePages() {
        // Given
        window();

        // When
        attack("1", 3);

        // Then
        pages(1);
    }

    @Test
    void whatGetsGravePagesAtOnce() {
        // Given
        String id = window();
        attack("1", 2);
        eventually(() -> assertThat(heldBy()).containsExactly("maintenance/" + id));

        // When
        attack("2", 3);

        // Then
        pages(1);
    }

    @Test
    void oneThatIsDeletedPagesAtOnce() {
        // Given
        String id = window();
        attack("1", 1);
        eventually(() -> assertThat(heldBy()).containsExactly("maintenance/" + id));

        // When
        now(maintenance.delete(id));

        // Then
        pages(1);
    }

    /** Of this member of staff, for an hour from now. */
    private String window() {
        String id = "mw-" + staffId;
        PutResult<?> put =
                now(
                        maintenance.put(
                                id,
                                new MaintenanceDraft(
                                        id,
                                        new MaintenanceDraft.Matchers(
                                                List.of(staffId), null, List.of("forum"), null),
                                        null,
                                        clock.instant(),
                                        clock.instant().plus(ofHours(1)),
                                        "The forum moves",
                                        "token:tk-1"),
                                Optional.empty()));
        assertThat(put).isInstanceOf(PutResult.Kept.class);
        return id;
    }

    private List<String> heldBy() {
        return column(
                "select silenced_by from page where state = 'pending' and silenced_by is not null"
                        + " and incident_id in (select id from incident where staff_id = ?)",
                staffId);
    }
}
