package org.upstander.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.contracts.v1.IncidentEvent;
import org.upstander.contracts.v1.PostEvent;
import org.upstander.contracts.v1.RosterEntry;
import org.upstander.contracts.v1.SignalEvent;
import org.upstander.contracts.v1.SourceEvent;
import org.upstander.contracts.v1.ThresholdsEntry;
import org.upstander.contracts.v1.TokenEntry;

/** One type in one version: where its files lie, and which record, topic and event type it has. */
record Contract(String version, String name, Class<?> type, String topic, String eventType) {

    static final List<Contract> ALL =
            List.of(
                    new Contract("v1", "post", PostEvent.class, Topics.POSTS, EventTypes.POST),
                    new Contract(
                            "v1", "signal", SignalEvent.class, Topics.SIGNALS, EventTypes.SIGNAL),
                    new Contract(
                            "v1",
                            "roster-entry",
                            RosterEntry.class,
                            Topics.ROSTER,
                            EventTypes.ROSTER_ENTRY),
                    new Contract(
                            "v1",
                            "assessment",
                            AssessmentEvent.class,
                            Topics.ASSESSMENTS,
                            EventTypes.ASSESSMENT),
                    new Contract(
                            "v1",
                            "incident",
                            IncidentEvent.class,
                            Topics.INCIDENTS,
                            EventTypes.INCIDENT),
                    new Contract("v1", "token", TokenEntry.class, Topics.TOKENS, EventTypes.TOKEN),
                    new Contract(
                            "v1",
                            "thresholds",
                            ThresholdsEntry.class,
                            Topics.THRESHOLDS,
                            EventTypes.THRESHOLDS),
                    new Contract(
                            "v1", "source", SourceEvent.class, Topics.SOURCES, EventTypes.SOURCE));

    /** The sources themselves, not what a build made of them. */
    static final Path ROOT = Path.of("src/main/resources/org/upstander/contracts");

    record Sample(Contract contract, Path path) {

        String text() {
            return read(path);
        }

        @Override
        public String toString() {
            return contract.name + "/" + path.getFileName();
        }
    }

    Path schema() {
        return ROOT.resolve(version).resolve(name + ".schema.json");
    }

    Path samplesFolder() {
        return ROOT.resolve(version).resolve("samples").resolve(name);
    }

    Sample sample(String file) {
        return new Sample(this, samplesFolder().resolve(file));
    }

    List<Sample> samples() {
        return files(samplesFolder())
                .filter(path -> !path.toString().endsWith(".headers.json"))
                .map(path -> new Sample(this, path))
                .toList();
    }

    List<Sample> headerSamples() {
        return files(samplesFolder())
                .filter(path -> path.toString().endsWith(".headers.json"))
                .map(path -> new Sample(this, path))
                .toList();
    }

    static Contract named(String name) {
        return ALL.stream().filter(c -> c.name.equals(name)).findFirst().orElseThrow();
    }

    static Stream<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
