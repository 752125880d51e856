package org.upstander.alert.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The OpenAPI document that the running service gives of itself. */
final class ApiDocument {

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    /**
     * @param path with its variables in braces
     * @param method in capitals
     * @param spec with the parameters and answers that it refers to
     */
    record Operation(String path, String method, JsonNode spec) {

        String id() {
            return spec.path("operationId").asText(method + " " + path);
        }

        /** Media types of the body, none where the operation takes none. */
        List<String> bodyTypes() {
            List<String> types = new ArrayList<>();
            spec.path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
            return types;
        }

        boolean hasParameterIn(String place) {
            return StreamSupport.stream(spec.path("parameters").spliterator(), false)
                    .anyMatch(parameter -> place.equals(parameter.path("in").asText()));
        }

        boolean hasParameter(String name) {
            return StreamSupport.stream(spec.path("parameters").spliterator(), false)
                    .anyMatch(parameter -> name.equals(parameter.path("name").asText()));
        }

        @Override
        public String toString() {
            return id();
        }
    }

    static ApiDocument read() {
        String text =
                RestTestBase.admin()
                        .queryParam("format", "json")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        try {
            return new ApiDocument(new ObjectMapper().readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().has("responses")) {
                    all.add(
                            new Operation(
                                    path.getKey(),
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    inlined(method.getValue())));
                }
            }
        }
        return all;
    }

    /** Names of the fields of a schema. */
    List<String> fields(String schema) {
        List<String> names = new ArrayList<>();
        root.path("components")
                .path("schemas")
                .path(schema)
                .path("properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    /** What the document refers to and does not have. */
    List<String> dangling() {
        return root.findValuesAsText("$ref").stream()
                .filter(reference -> root.at(reference.substring(1)).isMissingNode())
                .distinct()
                .toList();
    }

    private JsonNode inlined(JsonNode spec) {
        ObjectNode whole = spec.deepCopy();
        if (whole.get("parameters") instanceof ArrayNode parameters) {
            for (int at = 0; at < parameters.size(); at++) {
                parameters.set(at, resolve(parameters.get(at)));
            }
        }
        whole.path("responses").properties().forEach(one -> one.setValue(resolve(one.getValue())));
        return whole;
    }

    /** The node itself, or the one it refers to. */
    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }
}
