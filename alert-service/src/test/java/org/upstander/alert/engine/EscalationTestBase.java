package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;

import java.time.Duration;
import java.util.List;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;

/** A policy of two steps and a last resort, with an address for each. */
abstract class EscalationTestBase extends EngineTestBase {

    String second() {
        String address = "second-" + mail;
        directory.contact("second-" + contactId, null, mail(address));
        return address;
    }

    String last() {
        String address = "last-" + mail;
        directory.contact("last-" + contactId, null, mail(address));
        return address;
    }

    EscalationPolicy policy(int repeat) {
        return new EscalationPolicy(
                "p",
                "P",
                List.of(
                        new Step(Duration.ZERO, List.of(new Target.StaffContact())),
                        new Step(
                                ofMinutes(5),
                                List.of(new Target.NamedContact("second-" + contactId)))),
                repeat,
                ofMinutes(10),
                "last-" + contactId);
    }

    void attack() {
        publish(posts.attack("1", "heath", "t1"));
    }

    List<String> reasons() {
        return column(
                "select reason from timeline where incident_id = ? order by id", incidentId());
    }

    static List<String> state(String address) {
        return column("select state from delivery where address = ?", address);
    }

    void attack(String post, int severity) {
        publish(posts.assessment(post, "r1", "heath", "t1", "attack", severity, "text"));
    }

    void pages(int count) {
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(count));
    }

    void timeIsUp(Duration step) {
        forward(step);
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select kind from incident_timer where incident_id = ?"
                                                        + " and due_at <= cast(? as timestamptz)",
                                                incidentId(),
                                                clock.instant().toString()))
                                .isEmpty());
    }
}
