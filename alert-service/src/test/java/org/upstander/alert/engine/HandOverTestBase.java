package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.schedule.Schedule;
import org.upstander.alert.domain.schedule.Shift;
import org.upstander.alert.domain.schedule.TemporarySchedule;

/** Somebody is on call for twelve hours, then somebody else. */
abstract class HandOverTestBase extends EscalationTestBase {

    static final Duration SHIFT = ofHours(12);

    String first;
    String next;
    String scheduleId;
    Instant start;

    @BeforeEach
    void twoShifts() {
        first = onCall("first");
        next = onCall("next");
        scheduleId = "sc-" + contactId;
        start = clock.instant();
        shifts(shift("first", 0, 12), shift("next", 12, 24));
    }

    /** By what their contact id begins with; answers their address. */
    String onCall(String name) {
        String address = name + "-" + mail;
        directory.contact(name + contactId, null, mail(address));
        return address;
    }

    Shift shift(String name, int from, int to) {
        return new Shift(name + contactId, start.plus(ofHours(from)), start.plus(ofHours(to)));
    }

    /** These shifts, and nobody else for a month. */
    void shifts(Shift... shifts) {
        directory.schedule(
                new Schedule(
                        scheduleId,
                        "Night",
                        java.time.ZoneOffset.UTC,
                        List.of(),
                        List.of(),
                        List.of(
                                new TemporarySchedule(
                                        start.minus(ofHours(1)),
                                        start.plus(ofHours(24 * 30)),
                                        List.of(shifts)))));
    }

    /** The schedule, and these steps after it. */
    void policy(String lastResort, Step... more) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Duration.ZERO, List.of(new Target.OnCall(scheduleId))));
        steps.addAll(List.of(more));
        directory.policy(
                staffId,
                new EscalationPolicy(
                        "p" + staffId, "P", steps, 0, Duration.ofMinutes(10), lastResort));
    }

    void firstIsCalled() {
        attack();
        paged(first, 1);
    }

    void paged(String address, int count) {
        eventually(() -> assertThat(channels.sentTo(address)).hasSize(count));
    }

    /** The shift ends, and whoever waits for that has looked. */
    void theShiftEnds() {
        forward(SHIFT);
        eventually(() -> assertThat(due()).isEmpty());
        publishAndWaitForAll();
    }

    List<String> due() {
        return column(
                "select contact_id from hand_over where incident_id = ? and due_at <= cast(? as timestamptz)",
                incidentId(),
                clock.instant().toString());
    }

    List<String> onShift() {
        return column("select contact_id from hand_over where incident_id = ?", incidentId());
    }

    String handedOver() {
        return "Handed over from Lead first%s to Lead next%s because the shift ended"
                .formatted(contactId, contactId);
    }
}
