package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.alert.http.AssessmentFeed.Draft;
import org.upstander.infrastructure.InfrastructureResource;

/** People join, are renamed and leave while attacks stream in. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(UpstreamsResource.class)
class RosterRaceIT extends TwoWayTestBase {

    private static final int ROUNDS = 20;

    /** Routing key of the contact by person. */
    private final Map<String, String> staying = new LinkedHashMap<>();

    private final Map<String, String> leaving = new LinkedHashMap<>();
    private final Map<String, String> joining = new LinkedHashMap<>();

    @Test
    void whoLeftIsNotPagedForWhoJoinedIsAndNobodyElseNotices() {
        // Given
        for (int i = 0; i < ROUNDS; i++) {
            join(staying);
            join(leaving);
        }
        List<String> stay = List.copyOf(staying.keySet());
        List<String> leave = List.copyOf(leaving.keySet());

        // When
        for (int i = 0; i < ROUNDS; i++) {
            admin().delete("/v1/staff/" + leave.get(i)).then().statusCode(204);
            join(joining);
            rename(stay.get(i));
            AssessmentFeed.publishAndWait(attack(leave.get(i)), attack(staff), attack(stay.get(i)));
        }

        // Then
        eventually(() -> assertThat(paged(staying)).containsExactlyElementsOf(stay));
        eventually(() -> assertThat(paged(joining)).containsExactlyElementsOf(joining.keySet()));
        assertThat(paged(leaving)).isEmpty();
        assertThat(
                        column(
                                "select d.id from delivery d join incident i on i.id = d.incident_id"
                                        + " where i.staff_id = any(string_to_array(?, ','))",
                                String.join(",", leave)))
                .isEmpty();
    }

    private void join(Map<String, String> group) {
        staff = fresh("cm");
        contact = fresh("ct");
        String key = routingKey();
        employ("pagerduty", key);
        group.put(staff, key);
    }

    private void rename(String person) {
        String contactOfHers =
                admin().get("/v1/staff/" + person).then().extract().path("escalation.contactId");
        json("{\"displayName\":\"Renamed\",\"names\":[\"Renamed\"],\"escalation\":{\"contactId\":\"%s\"}}"
                        .formatted(contactOfHers))
                .put("/v1/staff/" + person)
                .then()
                .statusCode(200);
    }

    private static Draft attack(String person) {
        return Draft.attack(fresh("as"), person, "heath", "what a cheat");
    }

    /** Whose contacts got exactly one page. */
    private static List<String> paged(Map<String, String> group) {
        List<String> paged = new ArrayList<>();
        group.forEach(
                (person, key) -> {
                    int pages = sent(key).size();
                    assertThat(pages).as("pages about %s", person).isLessThan(2);
                    if (pages == 1) {
                        paged.add(person);
                    }
                });
        return paged;
    }
}
