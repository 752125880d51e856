package org.upstander.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was published stays. {@code fields.txt} and {@code SHA256SUMS} may grow; a line that changes
 * or goes is a breaking change, which wants a new major version beside the old one.
 */
class FreezeTest {

    static List<Contract> contracts() {
        return Contract.ALL;
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void recordAndSchemaNameTheSameFields(Contract contract) {
        assertThat(Fields.ofRecord(contract)).isEqualTo(Fields.ofSchema(contract));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1"})
    void fieldsAreThePublishedOnes(String version) throws IOException {
        List<String> today =
                Contract.ALL.stream()
                        .filter(contract -> contract.version().equals(version))
                        .flatMap(c -> Fields.ofSchemaWithPresence(c).entrySet().stream())
                        .map(field -> field.getKey() + " " + field.getValue())
                        .sorted()
                        .toList();

        List<String> published = Files.readAllLines(Contract.ROOT.resolve(version + "/fields.txt"));

        assertThat(today)
                .as("a line gone or changed breaks readers; add lines for new, optional fields")
                .containsExactlyElementsOf(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1"})
    void samplesAreThePublishedBytes(String version) throws IOException {
        Path root = Contract.ROOT.resolve(version);
        Map<String, String> today =
                Stream.of("identifiers", "samples")
                        .flatMap(folder -> Contract.files(root.resolve(folder)))
                        .collect(
                                Collectors.toMap(
                                        path -> root.relativize(path).toString().replace('\\', '/'),
                                        FreezeTest::sha256));

        // the format of sha256sum: hash, two spaces, path
        Map<String, String> published =
                Files.readAllLines(root.resolve("SHA256SUMS")).stream()
                        .map(line -> line.split(" {2}", 2))
                        .collect(Collectors.toMap(line -> line[1], line -> line[0]));

        assertThat(new TreeMap<>(today))
                .as("a golden sample never changes; add a new one and its line")
                .isEqualTo(new TreeMap<>(published));
    }

    @Test
    void everyVersionOnDiskIsProven() throws IOException {
        try (Stream<Path> folders = Files.list(Contract.ROOT)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Contract.ALL.stream().map(Contract::version).distinct().toList());
        }
        for (Contract contract : Contract.ALL) {
            assertThat(contract.schema()).isRegularFile();
        }
        assertThat(Contract.files(Contract.ROOT).filter(p -> p.toString().endsWith("schema.json")))
                .hasSameSizeAs(Contract.ALL);
    }

    /** Schemas stand alone, so what several of them define is written several times. */
    @Test
    void aDefinitionOfOneNameIsTheSameInAllSchemas() {
        Map<String, JsonNode> seen = new TreeMap<>();
        for (Contract contract : Contract.ALL) {
            Json.tree(Contract.read(contract.schema()))
                    .path("$defs")
                    .fields()
                    .forEachRemaining(
                            def -> {
                                String name = contract.version() + " " + def.getKey();
                                JsonNode first = seen.putIfAbsent(name, def.getValue());
                                if (first != null) {
                                    assertThat(def.getValue()).as(name).isEqualTo(first);
                                }
                            });
        }
        assertThat(seen).containsKey("v1 author");
    }

    private static String sha256(Path path) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
            return HexFormat.of().formatHex(hash);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
