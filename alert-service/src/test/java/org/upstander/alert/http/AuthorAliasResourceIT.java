package org.upstander.alert.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.infrastructure.InfrastructureResource;

/** Accounts of one person by REST. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class AuthorAliasResourceIT extends RestTestBase {

    private static final String BODY =
            "{\"accounts\":[{\"source\":\"forum\",\"id\":\"u-17\",\"handle\":\"heath\"},{\"source\":\"chat\",\"handle\":\"heath_2\"}],"
                    + "\"comment\":\"Same mail address\"}";

    @Test
    void aDeclarationComesBackWithWhoMadeItUntilItIsTakenBack() {
        String id = fresh("al");
        String path = "/v1/author-aliases/" + id;
        json(BODY).put(path).then().statusCode(201).body("declaredBy", notNullValue());
        json(BODY).put(path).then().statusCode(200);
        admin().get(path)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("accounts[0].id", equalTo("u-17"))
                .body("accounts[1].source", equalTo("chat"))
                .body("accounts[1].handle", equalTo("heath_2"))
                .body("comment", equalTo("Same mail address"));
        admin().get("/v1/author-aliases?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        admin().delete(path).then().statusCode(204);
        admin().get(path).then().statusCode(404);
        admin().delete(path).then().statusCode(404);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        String path = "/v1/author-aliases/" + fresh("al");
        json("{\"accounts\":[{\"source\":\"forum\"},{\"handle\":\"@heath\"},null]}")
                .put(path)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/accounts/0",
                                "/accounts/1/source",
                                "/accounts/1/handle",
                                "/accounts/2",
                                "/comment"));
        admin().get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "21"})
    void itTakesTwoToTwentyAccounts(int count) {
        String accounts =
                IntStream.range(0, count)
                        .mapToObj("{\"source\":\"forum\",\"id\":\"%d\"}"::formatted)
                        .collect(Collectors.joining(","));
        json("{\"accounts\":[%s],\"comment\":\"x\"}".formatted(accounts))
                .put("/v1/author-aliases/" + fresh("al"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/accounts"));
    }

    @Test
    void anAccountThatIsNamedTwiceIsRefused() {
        json("{\"accounts\":[{\"source\":\"forum\",\"handle\":\"heath\"},{\"source\":\"forum\",\"handle\":\"HEATH\"}],\"comment\":\"x\"}")
                .put("/v1/author-aliases/" + fresh("al"))
                .then()
                .statusCode(400)
                .body(
                        "errors.find { it.pointer == '/accounts/1' }.detail",
                        equalTo("is the account of /accounts/0; name each once"));
    }
}
