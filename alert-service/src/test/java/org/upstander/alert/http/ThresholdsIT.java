package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.access.Scopes;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Keys;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

/** The thresholds for everybody by REST, and what of them reaches Kafka. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ThresholdsIT extends RestTestBase {

    private static final String PATH = "/v1/thresholds";
    private static final String SEVERITY = "\"severity\":{\"two\":0.5,\"three\":0.6,\"four\":0.7}";

    @Inject ObjectMapper json;

    @Test
    void nothingIsShownUntilSomethingIsPutAndThenByWhomAndWhen() {
        // Given
        sql("delete from thresholds");
        admin().get(PATH).then().statusCode(404).body("detail", containsString("/v1/model"));
        String token = tokenWith(Scopes.ADMIN);

        // When
        with(token)
                .contentType("application/json")
                .body(thresholds(0.55, 0.35, null))
                .put(PATH)
                .then()
                .statusCode(201)
                .header("Location", containsString(PATH))
                .header("ETag", not(nullValue()));
        String by =
                admin().get(PATH)
                        .then()
                        .statusCode(200)
                        .body("attack", equalTo(0.55f))
                        .body("juniorAttack", equalTo(0.35f))
                        .body("severity.four", equalTo(0.7f))
                        .body("$", not(hasKey("shadow")))
                        .body("updatedAt", not(nullValue()))
                        .body("updatedBy", startsWith("token:"))
                        .extract()
                        .path("updatedBy");

        // Then
        assertThat(column("select updated_by from thresholds")).containsExactly(by);
        json(thresholds(0.55, 0.35, null))
                .put(PATH)
                .then()
                .statusCode(200)
                .body("updatedBy", equalTo(by));
    }

    @Test
    void whatAGetShowsMayBePutAgainAndAVersionCanBeDemanded() {
        // Given
        String tag =
                json(thresholds(0.6, 0.3, shadow(0.5, 0.25)))
                        .put(PATH)
                        .then()
                        .statusCode(oneOf(200, 201))
                        .extract()
                        .header("ETag");
        String shown = admin().get(PATH).asString();

        // When
        json(shown).put(PATH).then().statusCode(200).header("ETag", equalTo(tag));

        // Then
        admin().header("If-None-Match", tag).get(PATH).then().statusCode(304);
        json(thresholds(0.61, 0.3, null))
                .header("If-Match", "\"0\"")
                .put(PATH)
                .then()
                .statusCode(412);
        json(thresholds(0.61, 0.3, null)).header("If-Match", tag).put(PATH).then().statusCode(200);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsField() {
        json("{\"attack\":0.995,\"category\":0,\"severity\":{\"two\":0.5},\"shadow\":{\"attack\":0.5,\"juniorAttack\":0.6}}")
                .put(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        hasItems(
                                "/attack",
                                "/juniorAttack",
                                "/category",
                                "/severity/three",
                                "/severity/four",
                                "/shadow/juniorAttack",
                                "/shadow/category",
                                "/shadow/severity/two"))
                .body("errors.detail", hasItem(containsString("0.01 to 0.99")))
                .body("errors.detail", hasItem(containsString("is required")));
        json(thresholds(0.4, 0.5, null))
                .put(PATH)
                .then()
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/juniorAttack"))
                .body("errors[0].detail", containsString("at most attack"));
        json("{\"attack\":0.5,\"spam\":0.5}")
                .put(PATH)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/spam"))
                .body("errors[0].detail", containsString("juniorAttack"));
        json("{\"attack\":\"half\"}")
                .put(PATH)
                .then()
                .statusCode(400)
                .body("errors[0].detail", equalTo("must be a number"));
    }

    @Test
    void eachChangeReachesKafkaOnceAndCanBeWrittenAgain() throws Exception {
        // Given
        json(thresholds(0.71, 0.31, shadow(0.41, 0.21))).put(PATH);
        int before = withAttack(0.72).size();

        // When
        json(thresholds(0.72, 0.31, shadow(0.41, 0.21))).put(PATH).then().statusCode(200);
        json(thresholds(0.72, 0.31, shadow(0.41, 0.21))).put(PATH).then().statusCode(200);
        json(thresholds(0.73, 0.31, null)).put(PATH).then().statusCode(200);

        // Then
        TopicReader.until(
                Topics.THRESHOLDS,
                Keys.EVERYBODY,
                list -> list.stream().anyMatch(seen -> holds(seen, 0.73)));
        List<TopicReader.Seen> seen = withAttack(0.72);
        assertThat(seen).hasSize(before + 1);
        TopicReader.Seen last = seen.get(seen.size() - 1);
        assertThat(last.type()).isEqualTo(EventTypes.THRESHOLDS);
        JsonNode entry = json.readTree(last.value().orElseThrow());
        assertThat(entry.at("/shadow/juniorAttack").asDouble()).isEqualTo(0.21);
        assertThat(entry.at("/severity/three").asDouble()).isEqualTo(0.6);
        assertThat(entry.has("updatedBy")).isFalse();

        // When
        int once = withAttack(0.73).size();
        admin().urlEncodingEnabled(false)
                .post("/v1/roster:republish")
                .then()
                .statusCode(200)
                .body("thresholds", equalTo(1));

        // Then
        TopicReader.until(
                Topics.THRESHOLDS,
                Keys.EVERYBODY,
                list -> list.stream().filter(one -> holds(one, 0.73)).count() > once);
    }

    private static List<TopicReader.Seen> withAttack(double attack) {
        return TopicReader.until(Topics.THRESHOLDS, Keys.EVERYBODY, list -> true).stream()
                .filter(seen -> holds(seen, attack))
                .toList();
    }

    private static boolean holds(TopicReader.Seen seen, double attack) {
        return seen.value().orElse("").contains("\"attack\":" + attack);
    }

    private static String thresholds(double attack, double juniorAttack, String shadow) {
        return "{\"attack\":%s,\"juniorAttack\":%s,\"category\":0.5,%s%s}"
                .formatted(
                        attack,
                        juniorAttack,
                        SEVERITY,
                        shadow == null ? "" : ",\"shadow\":" + shadow);
    }

    private static String shadow(double attack, double juniorAttack) {
        return thresholds(attack, juniorAttack, null);
    }
}
