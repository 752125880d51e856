package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.domain.Risk;
import org.upstander.infrastructure.InfrastructureResource;

/** Who and where attacks come from, without a name. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class TopIT extends StatsTestBase {

    private static final String PATH = "/v1/stats/top";
    private static final String TO = "2026-11-23T12:00:00Z";

    private String staff;

    /** heath twice (a week ago, and now), kim once, gravely; ann criticises; spam; too old. */
    @BeforeEach
    void attacks() {
        staff = fresh("cm");
        assessed(staff + 1, staff, "heath", "t1", "2026-11-16T12:00:00Z", "attack", 2, 0.9);
        assessed(staff + 2, staff, "heath", "t2", "2026-11-23T11:59:59Z", "attack", 2, 0.9);
        assessed(staff + 3, staff, "kim", "t2", "2026-11-20T00:00:00Z", "attack", 4, 0.9);
        assessed(staff + 4, staff, "ann", "t2", "2026-11-20T00:00:00Z", "criticism", 0, 0.3);
        assessed(staff + 5, staff, "bot", "t2", "2026-11-20T00:00:00Z", "attack", 2, 0.9);
        sql("update assessment set spam = true where id = ?", staff + 5);
        assessed(staff + 6, staff, "heath", "t1", "2026-11-01T12:00:00Z", "attack", 4, 0.9);
        assessed(staff + 7, staff, "heath", null, TO, "attack", 4, 0.9);
    }

    /** heath 2/2 + 2, kim 4 · 2^(-3.5/7) = 2.83. */
    @Test
    void authorsAreRankedByARiskThatHalvesInAWeekAndHaveNoName() {
        String answer =
                top("by", "authors")
                        .body("items", hasSize(2))
                        .body("items.rank", contains(1, 2))
                        .body("items.risk", contains(3.0f, 2.83f))
                        .body("items.attacks", contains(2, 1))
                        .body("items.severity", contains(2, 4))
                        .body("items.author[0]", matchesPattern("au-[0-9a-f]{16}"))
                        .body("items.lastAt[1]", equalTo("2026-11-20T00:00:00Z"))
                        .body("items[0]", not(hasKey("threadId")))
                        .extract()
                        .asString();

        assertThat(answer).doesNotContain("heath", "kim", "key-");
        assertThat(Risk.of(4, Instant.parse("2026-11-20T00:00:00Z"), Instant.parse(TO)))
                .isBetween(2.825, 2.835);
        // Then: the same author later, and on somebody else, has the same name
        String other = fresh("cm");
        assessed(other, other, "kim", "t9", "2026-11-21T00:00:00Z", "attack", 1, 0.9);
        String name = top("by", "authors").extract().path("items.author[1]");
        get(PATH, Map.of("staff", other, "from", "2026-11-20T00:00:00Z", "to", TO))
                .body("items.author", contains(name));
    }

    @Test
    void threadsAndSourcesAreRankedAlike() {
        top("by", "threads")
                .body("items.threadId", contains("t2", "t1"))
                .body("items.risk", contains(4.83f, 1.0f))
                .body("items.authors", contains(2, 1))
                .body("items[0]", not(hasKey("author")));
        top("by", "sources")
                .body("items.source", contains("forum"))
                .body("items[0].risk", equalTo(5.83f))
                .body("items[0].staff", equalTo(1))
                .body("items[0].attacks", equalTo(3));
        top("limit", "1").body("items", hasSize(1));
    }

    @Test
    void csvAndTheTagAreAsElsewhere() {
        String csv = top("format", "csv").contentType(startsWith("text/csv")).extract().asString();
        assertThat(List.of(csv.split("\r\n")))
                .hasSize(3)
                .first()
                .isEqualTo(
                        "rank,author,source,threadId,attacks,authors,staff,severity,risk,lastAt");
        String tag = top("by", "authors").extract().header("ETag");
        admin().queryParams(asked()).header("If-None-Match", tag).get(PATH).then().statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({
        "by, moods, 'by must be one of authors, threads, sources'",
        "limit, 0, limit must be a whole number from 1 to 100",
        "limit, 101, limit must be a whole number from 1 to 100",
        "limit, many, limit must be a whole number from 1 to 100"
    })
    void whatIsNotUnderstoodIsNamed(String name, String value, String detail) {
        admin().queryParams(asked())
                .queryParam(name, value)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("parameter", equalTo(name))
                .body("detail", containsString(detail));
    }

    @Test
    void moreThanAMonthIsTooMuch() {
        get(PATH, Map.of("from", "2026-10-01T00:00:00Z", "to", TO))
                .statusCode(400)
                .body("detail", equalTo("from must be at most 31 days before to"));
    }

    private Map<String, String> asked() {
        return Map.of("staff", staff, "from", "2026-11-16T00:00:00Z", "to", TO);
    }

    private ValidatableResponse top(String name, String value) {
        return admin().queryParams(asked())
                .queryParam(name, value)
                .get(PATH)
                .then()
                .statusCode(200);
    }
}
