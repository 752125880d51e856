package org.upstander.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTest {

    @TempDir Path home;

    @Test
    void secretsAreMadeOnceAndKept() {
        Secrets first = new SecretsFile(home).loadOrCreate(Map.of());
        Secrets second = new SecretsFile(home).loadOrCreate(Map.of());

        assertThat(second.environment()).isEqualTo(first.environment());
        assertThat(first.environment().values()).doesNotHaveDuplicates();
        assertThat(first.adminToken()).hasSizeGreaterThan(40).doesNotStartWith("demo-");
    }

    @Test
    void theWebhookSecretIsOneOfStandardWebhooks() {
        Secrets secrets = new SecretsFile(home).loadOrCreate(Map.of());

        assertThat(secrets.webhookSecret()).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secrets.webhookSecret().substring(6))).hasSize(32);
    }

    @Test
    void onlyTheOwnerReadsTheFile() throws IOException {
        new SecretsFile(home).loadOrCreate(Map.of());

        assertThat(Files.getPosixFilePermissions(home.resolve("secrets.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(home.toFile().list()).containsExactly("secrets.properties");
    }

    @Test
    void aTokenOfTheEnvironmentIsUsedButNotWritten() throws IOException {
        String token = "fixed-token-of-somebody";

        Secrets secrets =
                new SecretsFile(home).loadOrCreate(Map.of("UPSTANDER_ADMIN_TOKEN", token));

        assertThat(secrets.adminToken()).isEqualTo(token);
        assertThat(Files.readString(home.resolve("secrets.properties"))).doesNotContain(token);
    }

    @Test
    void aLostSecretIsNamedRatherThanMadeAnew() throws IOException {
        Files.writeString(home.resolve("secrets.properties"), "admin-token=only-this-one-left\n");

        assertThatThrownBy(() -> new SecretsFile(home).loadOrCreate(Map.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("identifier-key");
    }

    @Test
    void aFileOfAnEarlierVersionGetsItsNewKeysOnce() throws IOException {
        new SecretsFile(home).loadOrCreate(Map.of());
        Path file = home.resolve("secrets.properties");
        Files.writeString(
                file, Files.readString(file).replaceAll("(source|evidence)-key=.*\n", ""));

        Secrets first = new SecretsFile(home).loadOrCreate(Map.of());

        assertThat(first.sourceKey()).hasSizeGreaterThan(40);
        assertThat(Base64.getUrlDecoder().decode(first.evidenceKey())).hasSize(32);
        assertThat(new SecretsFile(home).loadOrCreate(Map.of()).environment())
                .isEqualTo(first.environment());
    }

    @Test
    void printingThemShowsNothing() {
        Secrets secrets = Secrets.random();

        assertThat(secrets.toString())
                .doesNotContain(secrets.adminToken(), secrets.identifierKey(), secrets.linkKey());
    }
}
