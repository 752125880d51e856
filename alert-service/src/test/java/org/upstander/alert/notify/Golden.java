package org.upstander.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts as they were once looked at, byte by byte, a file each. {@code -Dgolden.write=de/} writes
 * those of German anew: look at the difference before you keep it.
 */
public final class Golden {

    private static final Path FILES = Path.of("src/test/resources/golden");

    private Golden() {}

    /**
     * @param name of the file, with the language as its folder
     */
    public static void assertSame(String name, String text) {
        Path file = FILES.resolve(name + ".txt");
        try {
            String write = System.getProperty("golden.write");
            if (write != null && name.startsWith(write)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text, StandardCharsets.UTF_8);
            }
            assertThat(text).as(name).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
