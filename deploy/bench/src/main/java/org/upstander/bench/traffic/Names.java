package org.upstander.bench.traffic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines of a resource beside these classes. */
final class Names {

    private Names() {}

    static List<String> lines(String resource) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Names.class.getResourceAsStream(resource),
                                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> words(String line) {
        return List.of(line.split(" "));
    }
}
