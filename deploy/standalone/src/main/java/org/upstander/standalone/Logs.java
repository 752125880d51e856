package org.upstander.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the libraries inside the launcher log (Kafka first of all) to a file. */
final class Logs {

    private static final int BYTES = 10_000_000;

    /** Held, since the log manager forgets the level of a logger that nobody holds. */
    private static final List<Logger> QUIETER =
            List.of(
                    Logger.getLogger("kafka.server.KafkaConfig"),
                    Logger.getLogger("org.apache.kafka.common.config"),
                    Logger.getLogger("org.apache.kafka.clients"));

    private Logs() {}

    static void toFile(Path folder) {
        try {
            Files.createDirectories(folder);
            LogManager.getLogManager().reset();
            System.setProperty(
                    "java.util.logging.SimpleFormatter.format",
                    "%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
            FileHandler file =
                    new FileHandler(
                            folder.resolve("infrastructure.log").toString(), BYTES, 1, true);
            file.setFormatter(new SimpleFormatter());
            Logger root = Logger.getLogger("");
            root.addHandler(file);
            root.setLevel(Level.INFO);
            QUIETER.forEach(logger -> logger.setLevel(Level.WARNING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
