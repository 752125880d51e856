package org.upstander.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields of a contract as {@code path -> kind}, once from the record, once from the schema. */
final class Fields {

    private Fields() {}

    static Map<String, String> ofRecord(Contract contract) {
        Map<String, String> fields = new TreeMap<>();
        addRecord(contract.name(), contract.type(), fields);
        return fields;
    }

    private static void addRecord(String path, Class<?> type, Map<String, String> fields) {
        for (RecordComponent component : type.getRecordComponents()) {
            add(path + "." + component.getName(), component.getGenericType(), fields);
        }
    }

    private static void add(String path, Type type, Map<String, String> fields) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            fields.put(path, "array");
            add(path + "[]", generic.getActualTypeArguments()[0], fields);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            fields.put(path, "object");
            addRecord(path, plain, fields);
        } else {
            fields.put(path, kind(type));
        }
    }

    private static String kind(Type type) {
        if (type == String.class) {
            return "string";
        } else if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        } else if (type == int.class) {
            return "integer";
        } else if (type == double.class || type == Double.class) {
            return "number";
        } else if (type == Instant.class) {
            return "instant";
        }
        throw new IllegalArgumentException("no JSON kind agreed for " + type);
    }

    static Map<String, String> ofSchema(Contract contract) {
        JsonNode root = Json.tree(Contract.read(contract.schema()));
        Map<String, String> fields = new TreeMap<>();
        addProperties(contract.name(), root, root, fields, false);
        return fields;
    }

    /** As {@link #ofSchema}, each kind followed by {@code required} or {@code optional}. */
    static Map<String, String> ofSchemaWithPresence(Contract contract) {
        JsonNode root = Json.tree(Contract.read(contract.schema()));
        Map<String, String> fields = new TreeMap<>();
        addProperties(contract.name(), root, root, fields, true);
        return fields;
    }

    private static void addProperties(
            String path,
            JsonNode root,
            JsonNode schema,
            Map<String, String> fields,
            boolean presence) {
        schema.path("properties")
                .fields()
                .forEachRemaining(
                        property -> {
                            String suffix =
                                    !presence
                                            ? ""
                                            : isRequired(schema, property.getKey())
                                                    ? " required"
                                                    : " optional";
                            add(
                                    path + "." + property.getKey(),
                                    root,
                                    property.getValue(),
                                    fields,
                                    suffix,
                                    presence);
                        });
    }

    private static void add(
            String path,
            JsonNode root,
            JsonNode reference,
            Map<String, String> fields,
            String suffix,
            boolean presence) {
        JsonNode schema = Json.resolve(root, reference);
        String type = schema.path("type").asText();
        boolean instant = schema.path("format").asText().equals("date-time");
        fields.put(path, (instant ? "instant" : type) + suffix);
        if (type.equals("array")) {
            add(path + "[]", root, schema.get("items"), fields, suffix, presence);
        }
        addProperties(path, root, schema, fields, presence);
    }

    private static boolean isRequired(JsonNode schema, String name) {
        for (JsonNode required : schema.path("required")) {
            if (required.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
