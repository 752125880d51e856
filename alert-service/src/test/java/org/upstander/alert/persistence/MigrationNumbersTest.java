package org.upstander.alert.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Flyway refuses a number below one that a database has already: a new migration takes the next
 * after all others, and a number that was left out stays so.
 */
class MigrationNumbersTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final List<Integer> LEFT_OUT = List.of(7, 25, 31, 34);

    @Test
    void eachIsTheNextAfterAllOthers() throws IOException {
        List<Integer> numbers = numbers();

        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.get(numbers.size() - 1))
                                .boxed()
                                .filter(number -> !LEFT_OUT.contains(number))
                                .toList());
    }

    private static List<Integer> numbers() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                    .sorted()
                    .toList();
        }
    }
}
