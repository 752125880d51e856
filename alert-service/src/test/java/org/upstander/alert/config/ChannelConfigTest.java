package org.upstander.alert.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

class ChannelConfigTest {

    @Test
    void defaultsOfMailAreThePublishedOnes() {
        SmtpConfig smtp = from(SmtpConfig.class, Map.of());
        assertThat(smtp.host()).isEqualTo("localhost");
        assertThat(smtp.port()).isEqualTo(25);
        assertThat(smtp.user()).isEmpty();
        assertThat(smtp.password()).isEmpty();
        assertThat(smtp.from()).isEqualTo("upstander@localhost");
        assertThat(smtp.starttls()).isEqualTo(SmtpConfig.StartTls.REQUIRED);
        assertThat(smtp.timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(smtp.connections()).isEqualTo(8);
    }

    @Test
    void everyKeyOfMailIsMapped() {
        SmtpConfig smtp =
                from(
                        SmtpConfig.class,
                        Map.of(
                                "upstander.smtp.host", "mail.example.org",
                                "upstander.smtp.port", "587",
                                "upstander.smtp.user", "u",
                                "upstander.smtp.password", "p",
                                "upstander.smtp.from", "safe@example.org",
                                "upstander.smtp.starttls", "disabled",
                                "upstander.smtp.timeout", "3s",
                                "upstander.smtp.connections", "2"));
        assertThat(smtp.host()).isEqualTo("mail.example.org");
        assertThat(smtp.port()).isEqualTo(587);
        assertThat(smtp.user()).contains("u");
        assertThat(smtp.password()).contains("p");
        assertThat(smtp.from()).isEqualTo("safe@example.org");
        assertThat(smtp.starttls()).isEqualTo(SmtpConfig.StartTls.DISABLED);
        assertThat(smtp.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(smtp.connections()).isEqualTo(2);
    }

    @Test
    void defaultsOfWebhooksAreThePublishedOnes() {
        WebhookConfig webhook = from(WebhookConfig.class, Map.of());
        assertThat(webhook.secret()).isEmpty();
        assertThat(webhook.nextSecret()).isEmpty();
        assertThat(webhook.allowedNetworks()).isEmpty();
        assertThat(webhook.privateTargets()).isEmpty();
        assertThat(webhook.ports()).containsExactly(443, 8443);
        assertThat(webhook.timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(webhook.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(webhook.maxRetryAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(webhook.connectionsPerReceiver()).isEqualTo(8);
    }

    @Test
    void everyKeyOfWebhooksIsMapped() {
        WebhookConfig webhook =
                from(
                        WebhookConfig.class,
                        Map.of(
                                "upstander.webhook.secret", "s",
                                "upstander.webhook.next-secret", "n",
                                "upstander.webhook.allowed-networks", "127.0.0.0/8,fd00::/8",
                                "upstander.webhook.private-targets", "true",
                                "upstander.webhook.ports", "443",
                                "upstander.webhook.timeout", "2s",
                                "upstander.webhook.connect-timeout", "1s",
                                "upstander.webhook.max-retry-after", "9s",
                                "upstander.webhook.connections-per-receiver", "3"));
        assertThat(webhook.secret()).contains("s");
        assertThat(webhook.nextSecret()).contains("n");
        assertThat(webhook.allowedNetworks()).contains(List.of("127.0.0.0/8", "fd00::/8"));
        assertThat(webhook.privateTargets()).contains(List.of("true"));
        assertThat(webhook.ports()).containsExactly(443);
        assertThat(webhook.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(webhook.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(webhook.maxRetryAfter()).isEqualTo(Duration.ofSeconds(9));
        assertThat(webhook.connectionsPerReceiver()).isEqualTo(3);
    }

    @Test
    void channelsThatAnswerBackBelieveNobodyUntilASecretIsShared() {
        assertThat(from(PagerDutyConfig.class, Map.of()).secrets()).isEmpty();
        assertThat(from(OpsgenieConfig.class, Map.of()).tokens()).isEmpty();
        assertThat(from(SlackConfig.class, Map.of()).signingSecrets()).isEmpty();
        assertThat(from(TwilioConfig.class, Map.of()).authToken()).isEmpty();
    }

    @Test
    void channelsThatAnswerBackGoToThePublishedPlaces() {
        PagerDutyConfig pagerDuty = from(PagerDutyConfig.class, Map.of());
        OpsgenieConfig opsgenie = from(OpsgenieConfig.class, Map.of());
        assertThat(pagerDuty.url()).hasToString("https://events.pagerduty.com");
        assertThat(pagerDuty.euUrl()).hasToString("https://events.eu.pagerduty.com");
        assertThat(opsgenie.url()).hasToString("https://api.opsgenie.com");
        assertThat(opsgenie.euUrl()).hasToString("https://api.eu.opsgenie.com");
        assertThat(opsgenie.jsmUrl()).hasToString("https://api.atlassian.com/jsm/ops/integration");
        assertThat(from(TwilioConfig.class, Map.of()).url()).hasToString("https://api.twilio.com");
    }

    private static <T> T from(Class<T> type, Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverters(new Converter<?>[] {new DurationConverter()})
                .withMapping(type)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(type);
    }
}
