package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;

import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.Message;

/** One contact who looks after several people, and an address that is paged about all of them. */
abstract class BusyAddressTestBase extends EscalationTestBase {

    /** Attacks another member of staff with the same contact, and answers the incident. */
    String attackAnother() {
        another();
        attack();
        eventually(
                () ->
                        assertThat(column("select id from incident where staff_id = ?", staffId))
                                .hasSize(1));
        return incidentId();
    }

    void another() {
        String contact = contactId;
        String address = mail;
        employ();
        contactId = contact;
        mail = address;
        directory.staff(staffId, contact, null);
    }

    void sent(String address, int count) {
        eventually(() -> assertThat(channels.sentTo(address)).hasSize(count));
        eventually(
                () ->
                        assertThat(state(address).stream().filter("delivered"::equals))
                                .hasSize(count));
    }

    static void waiting(String address, int count) {
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select id from delivery where address = ? and held"
                                                        + " and state = 'pending' and attempt = 0",
                                                address))
                                .hasSize(count));
    }

    static String incidentOf(Delivery delivery) {
        return ((Message.IncidentPage) delivery.message()).incidentId();
    }
}
