package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.upstander.alert.application.CheckIn;
import org.upstander.alert.application.Reshape;
import org.upstander.alert.application.Transition;

/** Incidents that are put together or taken apart. */
abstract class ReshapeTestBase extends EngineTestBase {

    @Inject Reshape reshape;
    @Inject CheckIn checkIn;

    void pages(int count) {
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(count));
    }

    String incidentOf(String author) {
        List<String> ids =
                column(
                        "select i.id from incident i join incident_author a on a.incident_id = i.id"
                                + " where staff_id = ? and handle = ? and merged_into is null",
                        staffId,
                        author);
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    List<String> postsOf(String incident) {
        return column(
                "select distinct external_id from evidence where incident_id = ? order by 1",
                incident);
    }

    String sum(String incident) {
        return column(
                        "select state || ' ' || severity || ' ' || post_count || ' ' || author_count"
                                + " from incident where id = ?",
                        incident)
                .get(0);
    }

    String takeOut(String whole, List<String> ids) {
        Transition done = now(reshape.split(whole, ids, List.of(), "Lea"));
        assertThat(done).isInstanceOf(Transition.Changed.class);
        return ((Transition.Changed) done).incident().id();
    }

    static String acknowledgement(String incident) {
        return column(
                        "select concat_ws(' ', state, acknowledged_by, acknowledged_at)"
                                + " from incident where id = ?",
                        incident)
                .get(0);
    }
}
