package org.upstander.scenarios.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads stories; whatever it does not know is refused. */
public final class StoryReader {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private StoryReader() {}

    /** Reads one from a file; throws {@link StoryProblem}. */
    public static Story read(Path file) {
        try {
            return read(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param file name for messages
     */
    public static Story read(String file, String text) {
        Yaml yaml = Yaml.of(file, text);
        try {
            Story story = JSON.treeToValue(yaml.tree(), Story.class);
            List<String> problems =
                    story == null
                            ? List.of(file + ":1: is empty.")
                            : StoryCheck.of(story).stream()
                                    .map(one -> yaml.problem(one.path(), one.what()))
                                    .toList();
            if (!problems.isEmpty()) {
                throw new StoryProblem(problems);
            }
            return story;
        } catch (JsonMappingException e) {
            throw new StoryProblem(List.of(yaml.problem(path(e), what(e))));
        } catch (JsonProcessingException e) {
            throw new StoryProblem(List.of(yaml.problem("", e.getOriginalMessage())));
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(
                        step ->
                                step.getFieldName() == null
                                        ? Integer.toString(step.getIndex())
                                        : step.getFieldName())
                .collect(Collectors.joining("/"));
    }

    private static String what(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "is not known here; known are %s."
                    .formatted(
                            unknown.getKnownPropertyIds().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
            return refused.getCause().getMessage();
        }
        if (e instanceof InvalidFormatException format) {
            return "'%s' is no %s.".formatted(format.getValue(), words(format.getTargetType()));
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "must be %s.".formatted(shape(mismatch.getTargetType()));
        }
        return e.getOriginalMessage();
    }

    private static String words(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Duration" -> "duration: write PT10M or PT6H";
            case "LocalDate" -> "date: write 2026-09-07";
            case "ZoneId" -> "time zone: write Europe/Berlin";
            case "boolean", "Boolean" -> "true or false";
            default -> "number";
        };
    }

    private static String shape(Class<?> type) {
        if (List.class.isAssignableFrom(type)) {
            return "a list: [a, b]";
        }
        return type.isRecord() ? "a map of keys and values: {key: value}" : "a single value";
    }
}
