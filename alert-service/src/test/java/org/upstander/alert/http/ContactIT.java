package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.upstander.alert.http.DirectoryBodies.contact;
import static org.upstander.alert.http.DirectoryBodies.policy;
import static org.upstander.alert.http.DirectoryBodies.staff;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Contacts by REST; and what each kind of entry has in common, by their example. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ContactIT extends RestTestBase {

    @Test
    void aConditionalPutAndGetKeepTheirWord() {
        // Given
        String path = "/v1/contacts/" + fresh("ct");
        String tag = json(contact("a@example.org")).put(path).then().extract().header("ETag");
        admin().header("If-None-Match", tag).get(path).then().statusCode(304);

        // When
        json(contact("b@example.org")).header("If-Match", tag).put(path).then().statusCode(200);

        // Then
        json(contact("c@example.org"))
                .header("If-Match", tag)
                .put(path)
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
        admin().header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(200)
                .body("methods[0].address", equalTo("b@example.org"));
    }

    @Test
    void aContactMayOnlyNameAChannelThatIsServed() {
        json("""
             {"displayName":"Lead","methods":[{"channel":"pagerduty","address":"x"},{"channel":"smoke","address":"x"},
              {"channel":"webhook","address":"ftp://example.org/x"},{"channel":"email","address":"a@example.org,b@example.org"}]}""")
                .put("/v1/contacts/" + fresh("ct"))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/methods/0/address",
                                "/methods/1/channel",
                                "/methods/2/address",
                                "/methods/3/address"))
                .body("errors.detail", hasItem(containsString("email, webhook")));
    }

    @Test
    void quietHoursAreKeptAsGiven() {
        String path = "/v1/contacts/" + fresh("ct");
        String body =
                "{\"displayName\":\"Lead\",\"timeZone\":\"Europe/Berlin\",\"methods\":[{\"channel\":\"email\",\"address\":\"a@example.org\"}],\"quietHours\":%s}";
        json(body.formatted(
                        "{\"from\":\"22:00\",\"to\":\"07:00\",\"days\":[\"friday\"],\"overrideFromSeverity\":3}"))
                .put(path)
                .then()
                .statusCode(201);
        admin().get(path)
                .then()
                .body("quietHours.from", equalTo("22:00"))
                .body("quietHours.to", equalTo("07:00"))
                .body("quietHours.days", equalTo(List.of("friday")))
                .body("quietHours.overrideFromSeverity", equalTo(3));
        json(body.formatted("{\"from\":\"late\",\"to\":\"07:00\",\"days\":[\"someday\"]}"))
                .put(path)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/quietHours/from",
                                "/quietHours/days",
                                "/quietHours/overrideFromSeverity"));
    }

    @Test
    void aContactThatIsNamedStays() {
        // Given
        String contact = fresh("ct");
        String staff = fresh("cm");
        String policy = fresh("po");
        json(contact("lead@example.org")).put("/v1/contacts/" + contact).then().statusCode(201);
        json(staff(contact)).put("/v1/staff/" + staff).then().statusCode(201);
        json(policy(contact)).put("/v1/policies/" + policy).then().statusCode(201);

        // When
        admin().delete("/v1/contacts/" + contact)
                .then()
                .statusCode(409)
                .body("detail", containsString("staff/" + staff))
                .body("detail", containsString("policies/" + policy));
        admin().delete("/v1/staff/" + staff).then().statusCode(204);
        admin().delete("/v1/policies/" + policy).then().statusCode(204);

        // Then
        admin().delete("/v1/contacts/" + contact).then().statusCode(204);
    }

    @Test
    void listsPageThroughAllEntriesOnce() {
        // Given
        String prefix = fresh("pg");
        IntStream.range(0, 7)
                .forEach(
                        i ->
                                json(contact("x@example.org"))
                                        .put("/v1/contacts/%s-%d".formatted(prefix, i))
                                        .then()
                                        .statusCode(201));

        // When
        List<String> ids = new java.util.ArrayList<>();
        String cursor = "";
        do {
            Map<String, Object> part =
                    admin().queryParam("limit", 3)
                            .queryParam("cursor", cursor)
                            .get("/v1/contacts")
                            .as(Map.class);
            ((List<Map<String, Object>>) part.get("items"))
                    .forEach(item -> ids.add((String) item.get("id")));
            cursor = (String) part.get("next");
        } while (cursor != null);

        // Then
        assertThat(ids).doesNotHaveDuplicates().isSorted();
        assertThat(ids.stream().filter(id -> id.startsWith(prefix))).hasSize(7);
        admin().queryParam("cursor", "bm9uc2Vuc2U")
                .get("/v1/contacts")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("cursor"));
        admin().queryParam("limit", "many").get("/v1/contacts").then().statusCode(400);
        admin().queryParam("limit", "201").get("/v1/contacts").then().statusCode(400);
    }

    @Test
    void twoAtOnceCreateOneEntry() throws ExecutionException, InterruptedException {
        String path = "/v1/contacts/" + fresh("ct");
        List<CompletableFuture<Integer>> calls =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        json(contact("x@example.org"))
                                                                .put(path)
                                                                .statusCode()))
                        .toList();
        List<Integer> answers = new java.util.ArrayList<>();
        for (CompletableFuture<Integer> call : calls) {
            answers.add(call.get());
        }
        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
    }
}
