package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maintenance holds as a silence does, up to a severity and never what leads to a person. */
class MaintenanceTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1,insult,0,true",
        "2,insult,0,true",
        "3,insult,0,false",
        "4,insult,0,false",
        "1,threat,0,false",
        "2,doxxing,0,false",
        "2,insult,-1,false",
        "2,insult,3600,false"
    })
    void ofEverybodyOnlyWhatIsLessGraveIsHeld(
            int severity, String category, long second, boolean held) {
        Silence silence = maintenance().asSilence();

        assertThat(
                        silence.holds(
                                new Incident(
                                        "in_1",
                                        "cm-1",
                                        new IncidentState.Open(),
                                        severity,
                                        new TreeSet<>(List.of(category)),
                                        new TreeSet<>(List.of("forum")),
                                        new TreeSet<>(),
                                        1,
                                        1,
                                        START,
                                        START),
                                List.of(),
                                START.plusSeconds(second)))
                .isEqualTo(held);
    }

    @Test
    void itIsToldFromASilenceByItsName() {
        assertThat(Maintenance.words(maintenance().asSilence().id())).isEqualTo("Maintenance m-1");
        assertThat(Maintenance.words("si-1")).isEqualTo("Silence si-1");
    }

    private static Maintenance maintenance() {
        return new Maintenance(
                "m-1",
                new Silence.Matchers(List.of(), List.of(), List.of(), List.of(), 2),
                START,
                START.plusSeconds(3600),
                "Move",
                "token:tk-1");
    }
}
