package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Optional;

/** The relay that takes our mails ({@code UPSTANDER_SMTP_HOST} and so on). */
@ConfigMapping(prefix = "upstander.smtp")
public interface SmtpConfig {

    /** Name or address of the relay. */
    @WithDefault("localhost")
    @NotBlank
    String host();

    /** Port of the relay; 465 means TLS from the first byte, every other port begins in clear. */
    @WithDefault("25")
    @Min(1)
    @Max(65535)
    int port();

    /** Name to log in with; absent: no login. */
    Optional<String> user();

    /** Password to log in with. */
    Optional<String> password();

    /** The sender of every mail, a bare address. Its domain names our message ids and lists. */
    @WithDefault("upstander@localhost")
    @NotBlank
    String from();

    /** Whether a connection that begins in clear must, may or must not turn to TLS. */
    @WithDefault("REQUIRED")
    StartTls starttls();

    /**
     * How long the relay may be silent, and how long one mail may take in all; as long again may it
     * queue before.
     */
    @WithDefault("15s")
    Duration timeout();

    /** Connections to the relay, and so mails under way at once. */
    @WithDefault("8")
    @Min(1)
    @Max(100)
    int connections();

    /** What STARTTLS may be. */
    enum StartTls {
        REQUIRED,
        OPTIONAL,
        DISABLED
    }
}
