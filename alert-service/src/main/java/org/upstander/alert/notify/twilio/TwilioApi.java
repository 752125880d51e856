package org.upstander.alert.notify.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.config.KeysConfig;
import org.upstander.alert.config.TwilioConfig;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.HttpAnswer;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;

/**
 * Twilio's REST API of 2010-04-01: forms under HTTP Basic. 201 is taken, and answers with the id of
 * the message or call; other 4xx are final (21610 among them: the phone said STOP).
 */
@ApplicationScoped
class TwilioApi {

    private final TwilioConfig config;
    private final KeysConfig keys;
    private final HttpSender http;
    private final ObjectMapper json;

    TwilioApi(TwilioConfig config, KeysConfig keys, HttpSender http, ObjectMapper json) {
        this.config = config;
        this.keys = keys;
        this.http = http;
        this.json = json;
    }

    /** Without account and sender nothing can be sent. */
    boolean ready() {
        return config.accountSid().isPresent()
                && config.authToken().isPresent()
                && (config.from().isPresent() || config.messagingServiceSid().isPresent());
    }

    /** Where Twilio tells what became of an attempt, or what was answered. */
    String callback(String what, Delivery delivery) {
        String base = config.callbackUrl().map(URI::toString).orElse(keys.publicUrl().toString());
        return "%s/v1/inbound/twilio/%s?delivery=%s&attempt=%d"
                .formatted(
                        base.endsWith("/") ? base.substring(0, base.length() - 1) : base,
                        what,
                        delivery.id(),
                        delivery.attempt());
    }

    /**
     * @param resource {@code Messages} or {@code Calls}
     */
    Uni<DeliveryResult> post(String resource, Delivery delivery, Map<String, String> form) {
        String account = config.accountSid().orElseThrow();
        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                (account + ":" + config.authToken().orElseThrow())
                                        .getBytes(StandardCharsets.UTF_8));
        HttpMessage message =
                new HttpMessage(
                        Map.of(
                                "content-type",
                                "application/x-www-form-urlencoded",
                                "authorization",
                                "Basic " + basic),
                        encoded(form));
        return http.post(
                config.url()
                        .resolve("/2010-04-01/Accounts/%s/%s.json".formatted(account, resource))
                        .toString(),
                delivery,
                () -> message,
                this::withId);
    }

    static Uni<DeliveryResult> notSetUp() {
        return Uni.createFrom().item(Results.refused(FailureKind.AUTHENTICATION));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private DeliveryResult withId(HttpAnswer answer, DeliveryResult byStatus) {
        if (!(byStatus instanceof DeliveryResult.Delivered)) {
            return byStatus;
        }
        try {
            String id = json.readTree(answer.body()).path("sid").asText();
            return id.isEmpty() ? byStatus : Results.delivered(id);
        } catch (JsonProcessingException e) {
            return byStatus;
        }
    }
}
