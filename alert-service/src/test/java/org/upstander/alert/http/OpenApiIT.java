package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** The OpenAPI document says of every operation what a caller needs. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class OpenApiIT extends RestTestBase {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void everyOperationHasASummaryATagAndExamples() {
        ApiDocument document = ApiDocument.read();
        List<String> missing = new ArrayList<>();
        for (ApiDocument.Operation operation : document.operations()) {
            if (operation.spec().path("summary").asText().isBlank()) {
                missing.add(operation.id() + ": summary");
            }
            if (operation.spec().path("tags").isEmpty()) {
                missing.add(operation.id() + ": tag");
            }
            missing.addAll(
                    withoutExample(
                            operation.id() + ": body", operation.spec().path("requestBody")));
            List<String> fine = successes(operation);
            if (fine.isEmpty()) {
                missing.add(operation.id() + ": success answer");
            }
            for (String status : fine) {
                JsonNode answer = operation.spec().path("responses").path(status);
                if (answer.path("description").asText().isBlank()) {
                    missing.add(operation.id() + " " + status + ": description");
                }
                if (!status.equals("204") && answer.path("content").isEmpty()) {
                    missing.add(operation.id() + " " + status + ": content");
                }
                missing.addAll(withoutExample(operation.id() + " " + status, answer));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyOperationNamesTheProblemsThatItMayAnswer() {
        ApiDocument document = ApiDocument.read();
        List<String> missing = new ArrayList<>();
        for (ApiDocument.Operation operation : document.operations()) {
            if (operation.path().startsWith("/a/")) {
                continue; // pages for people
            }
            for (String status : expected(operation)) {
                JsonNode answer = operation.spec().path("responses").path(status);
                JsonNode problem = answer.path("content").path(PROBLEM);
                if (problem.path("example").path("status").asInt() != Integer.parseInt(status)) {
                    missing.add(operation.id() + ": " + status);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(ApiDocument.read().dangling()).isEmpty();
    }

    @Test
    void onlyTheOperationsThatReadAConditionAnswer412AndOnlyThoseThatMayBeInUse409() {
        List<ApiDocument.Operation> all = ApiDocument.read().operations();
        assertThat(all.stream().filter(one -> answers(one, "412")))
                .extracting(ApiDocument.Operation::id)
                .containsExactlyInAnyOrder(
                        "putStaffMember",
                        "putContact",
                        "putPolicy",
                        "putSchedule",
                        "putThresholds");
        assertThat(all.stream().filter(one -> answers(one, "409")))
                .extracting(ApiDocument.Operation::id)
                .containsExactlyInAnyOrder("deleteContact", "deletePolicy", "deleteSchedule");
    }

    private static boolean answers(ApiDocument.Operation operation, String status) {
        return operation.spec().path("responses").has(status);
    }

    private static TreeSet<String> expected(ApiDocument.Operation operation) {
        TreeSet<String> expected = new TreeSet<>(List.of("401", "403", "503"));
        if (!operation.bodyTypes().isEmpty()
                || operation.hasParameterIn("query")
                || operation.hasParameter("Last-Event-ID")) {
            expected.add("400");
        }
        if (operation.path().contains("{") && !operation.method().equals("PUT")) {
            expected.add("404");
        }
        if (operation.hasParameter("If-Match")) {
            expected.add("412");
        }
        return expected;
    }

    private static List<String> successes(ApiDocument.Operation operation) {
        List<String> all = new ArrayList<>();
        operation.spec().path("responses").fieldNames().forEachRemaining(all::add);
        return all.stream().filter(status -> status.startsWith("2")).toList();
    }

    private static List<String> withoutExample(String what, JsonNode bodyOrAnswer) {
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, JsonNode> content : bodyOrAnswer.path("content").properties()) {
            if (!content.getValue().has("example")
                    && content.getValue().path("examples").isEmpty()) {
                missing.add(what + " " + content.getKey() + ": example");
            }
        }
        return missing;
    }
}
