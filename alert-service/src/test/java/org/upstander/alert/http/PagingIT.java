package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.infrastructure.InfrastructureResource;

/** Keyset paging through lists to which rows are added meanwhile. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class PagingIT extends RestTestBase {

    private static final String NOON = "2026-11-20T12:00:00Z";
    private static final String ONE = "2026-11-20T13:00:00Z";

    @ParameterizedTest
    @ValueSource(strings = {"/v1/incidents", "/v1/assessments"})
    void everyOldRowComesExactlyOnceWhileRowsAreInserted(String list) {
        // Given
        String staff = fresh("cm");
        Set<String> old = new TreeSet<>();
        for (int i = 0; i < 11; i++) {
            // Seven at the same time: the id settles their order.
            old.add(insert(list, staff, "old-%02d-".formatted(i), i < 7 ? NOON : ONE));
        }

        // When
        List<String> seen = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            Map<String, Object> part = page(list, staff, cursor);
            ((List<Map<String, Object>>) part.get("items"))
                    .forEach(item -> seen.add((String) item.get("id")));
            cursor = (String) part.get("next");
            pages++;
            insert(list, staff, "newer-%02d-".formatted(pages), "2026-11-20T14:00:00Z");
            insert(list, staff, "same-%02d-".formatted(pages), NOON);
        } while (cursor != null);

        // Then
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(old::contains)).containsExactlyInAnyOrderElementsOf(old);
        assertThat(new HashSet<>(seen)).noneMatch(id -> id.contains("newer-"));
        assertThat(pages).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aCursorFitsOnlyTheListAndTheFiltersItCameFrom() {
        // Given
        String staff = fresh("cm");
        insert("/v1/incidents", staff, "a-", NOON);
        insert("/v1/incidents", staff, "b-", ONE);
        String next =
                admin().queryParam("staff", staff)
                        .queryParam("limit", 1)
                        .get("/v1/incidents")
                        .path("next");

        // Then
        for (String other :
                List.of("/v1/incidents", "/v1/assessments?staff=" + staff, "/v1/notifications")) {
            admin().queryParam("cursor", next)
                    .get(other)
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo("cursor"));
        }
    }

    @Test
    void theLinkHeaderLeadsThroughTheListToo() {
        // Given
        String staff = fresh("cm");
        insert("/v1/incidents", staff, "a-", NOON);
        String second = insert("/v1/incidents", staff, "b-", ONE);

        // When
        String link =
                admin().queryParam("staff", staff)
                        .queryParam("limit", 1)
                        .header("Accept", "text/csv")
                        .get("/v1/incidents")
                        .header("Link");

        // Then
        assertThat(link).startsWith("</v1/incidents?").endsWith(">; rel=\"next\"");
        String rest =
                admin().urlEncodingEnabled(false)
                        .header("Accept", "text/csv")
                        .get(link.substring(1, link.indexOf('>')))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(rest).contains("in-a-").doesNotContain(second);
    }

    private static Map<String, Object> page(String list, String staff, String cursor) {
        return admin().queryParam("staff", staff)
                .queryParam("limit", 3)
                .queryParam("cursor", cursor == null ? "" : cursor)
                .get(list)
                .then()
                .statusCode(200)
                .extract()
                .as(Map.class);
    }

    /** Adds an incident with one assessment; the id of the one that the list shows. */
    private static String insert(String list, String staff, String name, String at) {
        String id = fresh("in-" + name);
        incident(id, staff, at, "open");
        return list.endsWith("assessments") ? "as-" + id : id;
    }
}
