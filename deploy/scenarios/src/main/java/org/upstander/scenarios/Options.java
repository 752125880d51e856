package org.upstander.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstander.scenarios.remote.Running;

/** What is to be played, and against what: {@code --name=value}; an empty value is none. */
final class Options {

    private static final List<String> KNOWN =
            List.of("stories", "from", "file", "against", "speed");

    private final Map<String, String> values = new HashMap<>();

    private Options() {}

    static Options of(String... arguments) {
        Options options = new Options();
        for (String argument : arguments) {
            int split = argument.indexOf('=');
            if (split < 0
                    || !argument.startsWith("--")
                    || !KNOWN.contains(argument.substring(2, split))) {
                throw new IllegalArgumentException(
                        "'%s' is not known; known are --%s=…"
                                .formatted(argument, String.join("=…, --", KNOWN)));
            }
            options.values.put(argument.substring(2, split), argument.substring(split + 1));
        }
        return options;
    }

    /** The one file that is asked for, or all that there are. */
    List<Path> files() {
        Optional<String> one = value("file");
        if (one.isPresent()) {
            Path file = Path.of(value("from").orElse(".")).resolve(one.get());
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException(
                        "'%s' is no file: name one with -Dfile=my-story.yaml".formatted(file));
            }
            return List.of(file);
        }
        Path folder = Path.of(value("stories").orElse("stories"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' can't be read".formatted(folder), e);
        }
    }

    /**
     * The running system; empty for the rules in memory.
     *
     * @param token that the environment has, or null
     */
    Optional<Running> against(String token) {
        return value("against").map(addresses -> Running.at(addresses, token));
    }

    /** How much faster than it is told; infinite: at once. */
    double speed() {
        double speed = value("speed").map(Double::parseDouble).orElse(Double.POSITIVE_INFINITY);
        if (speed < 1) {
            throw new IllegalArgumentException("speed must be 1, which is as it is told, or more");
        }
        return speed;
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }
}
