package org.upstander.scoring.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.scoring.binding.IdentifierHash;

class IdentifierFormTest {
    private static final String VECTORS =
            "/org/upstander/contracts/v1/identifiers/identifier-vectors.json";

    static List<JsonNode> vectors() throws IOException {
        try (InputStream in = IdentifierFormTest.class.getResourceAsStream(VECTORS)) {
            List<JsonNode> rows = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(rows::add);
            return rows;
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void shouldReachTheContractsFormAndHash(JsonNode row) {
        String kind = row.get("kind").asText();
        String given = row.get("given").asText();
        byte[] key = row.get("key").asText().getBytes(StandardCharsets.UTF_8);

        assertThat(IdentifierForm.of(kind, given)).contains(row.get("normal").asText());
        assertThat(new IdentifierHash(key).of(kind, given)).contains(row.get("hash").asText());
    }

    @Test
    void shouldRefuseWhatTheContractRefuses() {
        assertThat(IdentifierForm.of("phone", "12345")).isEmpty();
        assertThat(IdentifierForm.of("phone", "1234567890123456")).isEmpty();
        assertThat(IdentifierForm.of("name", "ab")).isEmpty();
        assertThat(IdentifierForm.of("name", "x".repeat(129))).isEmpty();
        assertThat(IdentifierForm.of("shoe-size", "forty two")).isEmpty();
    }
}
