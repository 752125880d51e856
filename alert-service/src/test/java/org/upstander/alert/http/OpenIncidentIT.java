package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** The directory changes while an incident is open: its paging goes on, and says what it misses. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(UpstreamsResource.class)
class OpenIncidentIT extends TwoWayTestBase {

    private String policy;
    private String first;
    private String second;
    private String last;

    /** Her contact at once, another after three seconds, the last resort after a day. */
    @BeforeEach
    void threeToCall() {
        policy = fresh("po");
        first = routingKey();
        second = routingKey();
        last = routingKey();
        employ("pagerduty", first);
        contact(beside("second"), second);
        contact(beside("last"), last);
        putPolicy(
                """
                {"displayName":"P","steps":[{"targets":[{"staffContact":true}]},
                 {"afterSeconds":3,"targets":[{"contactId":"%s"}]}],"roundPauseSeconds":86400,
                 "lastResort":{"contactId":"%s"}}"""
                        .formatted(beside("second"), beside("last")));
        looksAfterHer("\"policyId\":\"" + policy + "\",");
    }

    @Test
    void aDeletedPolicyGoesOnForTheIncidentThatBeganWithIt() {
        // Given
        attack();
        eventually(() -> assertThat(sent(first)).hasSize(1));

        // When
        admin().delete("/v1/policies/" + policy).then().statusCode(409);
        looksAfterHer("");
        admin().delete("/v1/policies/" + policy).then().statusCode(204);

        // Then
        eventually(() -> assertThat(sent(second)).hasSize(1));
        assertThat(sent(first)).hasSize(1);
    }

    @Test
    void aContactWhoIsRemovedIsSkippedAtOnceForTheLastResort() {
        // Given
        String incident = attack();
        eventually(() -> assertThat(sent(first)).hasSize(1));

        // When
        admin().delete("/v1/contacts/" + beside("second")).then().statusCode(409);
        putPolicy(
                """
                {"displayName":"P","steps":[{"targets":[{"staffContact":true}]}],
                 "lastResort":{"contactId":"%s"}}"""
                        .formatted(beside("last")));
        admin().delete("/v1/contacts/" + beside("second")).then().statusCode(204);

        // Then: a day before it would have been due
        eventually(() -> assertThat(sent(last)).hasSize(1));
        assertThat(sent(second)).isEmpty();
        assertThat(timeline(incident))
                .anyMatch(
                        entry ->
                                entry.contains(beside("second"))
                                        && entry.contains("is not in the directory"));
    }

    @Test
    void whoIsGivenAnotherPolicyIsPagedByItFromTheNextIncidentOn() {
        // Given
        attack();
        eventually(() -> assertThat(sent(first)).hasSize(1));

        // When
        String before = policy;
        policy = fresh("po");
        putPolicy(
                """
                {"displayName":"P","steps":[{"targets":[{"contactId":"%s"}]}],
                 "lastResort":{"contactId":"ct-9"}}"""
                        .formatted(beside("last")));
        looksAfterHer("\"policyId\":\"" + policy + "\",");
        admin().delete("/v1/policies/" + before).then().statusCode(204);
        AssessmentFeed.publishAndWait(
                AssessmentFeed.Draft.attack(fresh("as"), staff, "another", "what a cheat"));

        // Then: the open one keeps to its own, the new one to the new
        eventually(() -> assertThat(sent(last)).hasSize(1));
        eventually(() -> assertThat(sent(second)).hasSize(1));
        assertThat(sent(first)).hasSize(1);
    }

    private String beside(String name) {
        return contact + "-" + name;
    }

    private void putPolicy(String body) {
        assertThat(json(body).put("/v1/policies/" + policy).statusCode()).isIn(200, 201);
    }

    private void looksAfterHer(String more) {
        json("{\"displayName\":\"Dana Okafor\",\"escalation\":{%s\"contactId\":\"%s\"}}"
                        .formatted(more, contact))
                .put("/v1/staff/" + staff)
                .then()
                .statusCode(200);
    }

    private static void contact(String id, String key) {
        json("""
             {"displayName":"Other","methods":[{"channel":"pagerduty","address":"%s","verified":true}]}"""
                        .formatted(key))
                .put("/v1/contacts/" + id)
                .then()
                .statusCode(201);
    }
}
