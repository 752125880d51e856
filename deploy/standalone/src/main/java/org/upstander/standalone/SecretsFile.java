package org.upstander.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;

/**
 * The secrets of one home, made once and kept in {@code secrets.properties}, which only its owner
 * can read. They outlive a restart: the hashes of protected identifiers and the links in sent mails
 * depend on them.
 */
final class SecretsFile {

    private final Path file;

    SecretsFile(Path home) {
        this.file = home.resolve("secrets.properties");
    }

    /**
     * @param environment names as in {@link Secrets#environment()}; a value there is used and never
     *     written to the file
     */
    Secrets loadOrCreate(Map<String, String> environment) {
        Secrets kept = Files.exists(file) ? read() : create();
        return new Secrets(
                environment.getOrDefault("UPSTANDER_ADMIN_TOKEN", kept.adminToken()),
                environment.getOrDefault("UPSTANDER_IDENTIFIER_KEY", kept.identifierKey()),
                environment.getOrDefault("UPSTANDER_LINK_KEY", kept.linkKey()),
                environment.getOrDefault("UPSTANDER_WEBHOOK_SECRET", kept.webhookSecret()),
                environment.getOrDefault("UPSTANDER_SOURCE_KEY", kept.sourceKey()),
                environment.getOrDefault("UPSTANDER_EVIDENCE_KEY", kept.evidenceKey()));
    }

    private Secrets read() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new StartFailure(file + " can't be read: " + e.getMessage(), e);
        }
        return new Secrets(
                needed(properties, "admin-token"),
                needed(properties, "identifier-key"),
                needed(properties, "link-key"),
                needed(properties, "webhook-secret"),
                added(properties, "source-key"),
                added(properties, "evidence-key"));
    }

    /** Files of earlier versions have none. */
    private String added(Properties properties, String name) {
        String kept = properties.getProperty(name, "");
        if (!kept.isBlank()) {
            return kept;
        }
        String made = Secrets.randomKey();
        try {
            Files.writeString(file, name + "=" + made + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new StartFailure(file + " can't be written: " + e.getMessage(), e);
        }
        return made;
    }

    private String needed(Properties properties, String name) {
        String value = properties.getProperty(name, "");
        if (value.isBlank()) {
            throw new StartFailure(
                    "%s lacks %s: put it back, or remove the file to have new secrets made"
                            .formatted(file, name));
        }
        return value;
    }

    private Secrets create() {
        Secrets secrets = Secrets.random();
        String text =
                """
                # Made once by the standalone launcher. Whoever reads this can do everything.
                admin-token=%s
                identifier-key=%s
                link-key=%s
                webhook-secret=%s
                source-key=%s
                evidence-key=%s
                """
                        .formatted(
                                secrets.adminToken(),
                                secrets.identifierKey(),
                                secrets.linkKey(),
                                secrets.webhookSecret(),
                                secrets.sourceKey(),
                                secrets.evidenceKey());
        try {
            // Never readable by others, not even for a moment; never half-written.
            Path draft =
                    Files.createTempFile(
                            file.getParent(), "secrets", ".draft", OwnerOnly.file(file));
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets;
    }
}
