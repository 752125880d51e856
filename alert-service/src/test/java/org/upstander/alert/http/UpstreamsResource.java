package org.upstander.alert.http;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * PagerDuty, Opsgenie, Slack and Twilio, as one receiver, and the secrets that they share with us.
 */
public class UpstreamsResource implements QuarkusTestResourceLifecycleManager {

    static final String PAGERDUTY_SECRET = "pagerduty-secret";
    static final String OPSGENIE_TOKEN = "opsgenie-token-of-ours";
    static final String SLACK_SECRET = "slack-secret";
    static final String TWILIO_TOKEN = "twilio-token";
    static final String VAPID_PUBLIC =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    static final String CALLBACKS = "https://alerts.example.org";

    private static WireMockServer receiver;

    static WireMockServer receiver() {
        return receiver;
    }

    @Override
    public Map<String, String> start() {
        receiver = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        receiver.start();
        String url = "http://127.0.0.1:" + receiver.port();
        return Map.ofEntries(
                Map.entry("upstander.pagerduty.url", url),
                Map.entry("upstander.opsgenie.url", url),
                Map.entry("upstander.twilio.url", url),
                Map.entry("upstander.slack.url", url),
                Map.entry("upstander.twilio.account-sid", "AC1"),
                Map.entry("upstander.twilio.auth-token", TWILIO_TOKEN),
                Map.entry("upstander.twilio.from", "+12025550100"),
                Map.entry("upstander.twilio.callback-url", CALLBACKS),
                Map.entry("upstander.pagerduty.secrets", "old-secret," + PAGERDUTY_SECRET),
                Map.entry("upstander.opsgenie.tokens", OPSGENIE_TOKEN),
                Map.entry("upstander.slack.signing-secrets", SLACK_SECRET),
                Map.entry("upstander.webpush.public-key", VAPID_PUBLIC),
                Map.entry(
                        "upstander.webpush.private-key",
                        "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
                Map.entry("upstander.webpush.subject", "mailto:safe@example.org"),
                Map.entry("upstander.webhook.allowed-networks", "127.0.0.0/8"));
    }

    @Override
    public void stop() {
        receiver.stop();
    }
}
