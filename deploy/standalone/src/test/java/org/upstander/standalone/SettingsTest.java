package org.upstander.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String TOKEN = "a-token-of-enough-length";

    @Test
    void defaultsAreThePublishedOnes() {
        Settings settings = Settings.of(properties(Map.of()), Map.of());

        assertThat(settings)
                .isEqualTo(
                        new Settings(
                                Path.of("/home/ann/.upstander"),
                                8081,
                                "127.0.0.1",
                                true,
                                true,
                                false,
                                false,
                                Map.of()));
    }

    @Test
    void everythingCanBeChosen() {
        Settings settings =
                Settings.of(
                        properties(
                                Map.of(
                                        "upstander.home", "/srv/up",
                                        "upstander.port.base", "9081",
                                        "upstander.stop-with-parent", "true")),
                        Map.of(
                                "UPSTANDER_DEMO", "false",
                                "UPSTANDER_CANARY", "false",
                                "UPSTANDER_HTTP_HOST", "0.0.0.0",
                                "UPSTANDER_ADMIN_TOKEN", TOKEN,
                                "UPSTANDER_SMTP_HOST", "mail.example.org",
                                "UPSTANDER_SMTP_USER", "ann"));

        assertThat(settings)
                .isEqualTo(
                        new Settings(
                                Path.of("/srv/up"),
                                9081,
                                "0.0.0.0",
                                false,
                                false,
                                true,
                                true,
                                Map.of(
                                        "UPSTANDER_ADMIN_TOKEN", TOKEN,
                                        "UPSTANDER_SMTP_HOST", "mail.example.org",
                                        "UPSTANDER_SMTP_PORT", "25",
                                        "UPSTANDER_SMTP_STARTTLS", "REQUIRED",
                                        "UPSTANDER_SMTP_USER", "ann")));
    }

    @Test
    void mailSettingsWithoutAServerDoNotMoveTheMailbox() {
        Settings settings =
                Settings.of(
                        properties(Map.of()),
                        Map.of("UPSTANDER_SMTP_PORT", "2525", "UPSTANDER_SMTP_USER", "ann"));

        assertThat(settings.ownMailServer()).isFalse();
        assertThat(settings.passedOn()).isEqualTo(Map.of("UPSTANDER_SMTP_USER", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "-5", "65523", "99999999999"})
    void aBadPortBaseIsNamedWithTheFix(String base) {
        assertThatThrownBy(
                        () ->
                                Settings.of(
                                        properties(Map.of("upstander.port.base", base)), Map.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("-Dupstander.port.base=" + base)
                .hasMessageContaining("1 to 65522");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "demo-token-that-is-long-enough", "has a blank in its middle"})
    void aTokenThatTheServicesWouldRefuseIsRefusedFirst(String token) {
        assertThatThrownBy(
                        () ->
                                Settings.of(
                                        properties(Map.of()),
                                        Map.of("UPSTANDER_ADMIN_TOKEN", token)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("UPSTANDER_ADMIN_TOKEN")
                .hasMessageNotContaining(token);
    }

    @ParameterizedTest
    @CsvSource({"UPSTANDER_DEMO,perhaps", "UPSTANDER_HTTP_HOST,192.0.2.7"})
    void otherValuesThatMeanNothingAreNamed(String name, String value) {
        assertThatThrownBy(() -> Settings.of(properties(Map.of()), Map.of(name, value)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(name + "=" + value);
    }

    private static Properties properties(Map<String, String> chosen) {
        Properties properties = new Properties();
        properties.setProperty("user.home", "/home/ann");
        chosen.forEach(properties::setProperty);
        return properties;
    }
}
