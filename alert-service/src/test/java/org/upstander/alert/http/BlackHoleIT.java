package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.http.AssessmentFeed.Draft;
import org.upstander.infrastructure.InfrastructureResource;

/** A receiver that takes requests and never answers delays nobody else. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(UpstreamsResource.class)
class BlackHoleIT extends TwoWayTestBase {

    private static final int SWALLOWED = 12;
    private static final int GOOD = 50;

    @Test
    void fiftyReceiversArePagedWhileOneSwallowsAllThatComes() throws IOException {
        try (ServerSocket hole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            // Given: more pages to it than it gets at a time, each with somebody else in its step
            String beside = routingKey();
            json("""
                 {"displayName":"Beside","methods":[{"channel":"pagerduty","address":"%s","verified":true}]}"""
                            .formatted(beside))
                    .put("/v1/contacts/" + contact + "-beside")
                    .then()
                    .statusCode(201);
            employ("webhook", "http://127.0.0.1:" + hole.getLocalPort() + "/swallowed");
            json("""
                 {"displayName":"P","lastResort":{"contactId":"ct-9"},
                  "steps":[{"targets":[{"staffContact":true},{"contactId":"%s-beside"}]}]}"""
                            .formatted(contact))
                    .put("/v1/policies/" + contact)
                    .then()
                    .statusCode(201);
            String swallower = contact;
            List<Draft> attacks = new ArrayList<>();
            for (int i = 0; i < SWALLOWED; i++) {
                staff = fresh("cm");
                json("{\"displayName\":\"D\",\"escalation\":{\"contactId\":\"%s\",\"policyId\":\"%s\"}}"
                                .formatted(swallower, swallower))
                        .put("/v1/staff/" + staff)
                        .then()
                        .statusCode(201);
                attacks.add(Draft.attack(fresh("as"), staff, "heath", "a cheat"));
            }
            List<String> keys = new ArrayList<>();
            for (int i = 0; i < GOOD; i++) {
                staff = fresh("cm");
                contact = fresh("ct");
                keys.add(routingKey());
                employ("pagerduty", keys.get(i));
                attacks.add(Draft.attack(fresh("as"), staff, "heath", "a cheat"));
            }

            // When
            AssessmentFeed.publishAndWait(attacks.toArray(Draft[]::new));

            // Then: all others have theirs before the first attempt there was even given up
            eventually(() -> assertThat(keys).allSatisfy(key -> assertThat(sent(key)).hasSize(1)));
            eventually(() -> assertThat(sent(beside)).hasSize(SWALLOWED));
            assertThat(column("select outcome from notification where contact_id = ?", swallower))
                    .isEmpty();
            assertThat(
                            column(
                                    "select id from delivery where contact_id = ? and state = 'sending'",
                                    swallower))
                    .isNotEmpty();
        }
    }
}
