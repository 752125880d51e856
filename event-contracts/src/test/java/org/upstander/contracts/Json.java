package org.upstander.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Reads and writes as the services do, and holds instances against their schemas. */
final class Json {

    /** The two settings that every reader and writer of a topic must have. */
    static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));

    private static final Map<Contract, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Json() {}

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Object decode(Contract contract, String json) {
        try {
            return MAPPER.readValue(json, contract.type());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String encode(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the schema has against the instance, as {@code location: message}; empty if valid. */
    static List<String> complaints(Contract contract, String json) {
        return SCHEMAS
                .computeIfAbsent(contract, c -> REGISTRY.getSchema(Contract.read(c.schema())))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    static List<String> complaintsAboutSchema(Contract contract) {
        return REGISTRY
                .getSchema(
                        com.networknt.schema.SchemaLocation.of(
                                "https://json-schema.org/draft/2020-12/schema"))
                .validate(Contract.read(contract.schema()), InputFormat.JSON)
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** Visits each object of an instance that the schema knows, with its part of the schema. */
    static void eachObject(
            JsonNode instance, JsonNode root, JsonNode at, BiConsumer<ObjectNode, JsonNode> visit) {
        JsonNode schema = resolve(root, at);
        if (instance instanceof ObjectNode object) {
            visit.accept(object, schema);
            schema.path("properties")
                    .fields()
                    .forEachRemaining(
                            property -> {
                                JsonNode child = object.get(property.getKey());
                                if (child != null) {
                                    eachObject(child, root, property.getValue(), visit);
                                }
                            });
        } else if (instance.isArray()) {
            instance.forEach(item -> eachObject(item, root, schema.path("items"), visit));
        }
    }

    static JsonNode resolve(JsonNode root, JsonNode schema) {
        return schema.has("$ref")
                ? root.at(schema.get("$ref").asText().substring(1)) // "#/$defs/x" is a pointer
                : schema;
    }
}
