package org.upstander.monitoring;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs of Debian's package {@code prometheus}. Nothing of ours needs them but tests. */
final class Tools {

    private Tools() {}

    /** Where it is; where it is not, the test is skipped. */
    static Path find(String program) {
        Path found =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, program))
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElse(null);
        assumeTrue(
                found != null,
                program + " is not on the PATH: skipped. Debian's package prometheus has it.");
        return found;
    }

    /** Runs to the end. */
    static Run run(Path folder, String program, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(find(program).toString()));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), text);
        }
    }

    /**
     * @param output both streams
     */
    record Run(int exit, String output) {}

    /** {@code prometheus/} as it is, with a token beside it. */
    static Path copyOfPrometheus(Path target, String token) throws IOException {
        try (Stream<Path> files = Files.walk(MonitoringFiles.PROMETHEUS)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(MonitoringFiles.PROMETHEUS.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Files.writeString(target.resolve("upstander-token"), token);
        return target;
    }
}
