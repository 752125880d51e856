package org.upstander.alert.notify.twilio;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.config.TwilioConfig;
import org.upstander.alert.domain.Channel;

/** Calls by Twilio. */
@ApplicationScoped
class VoiceNotifier implements Notifier {

    private final TwilioApi api;
    private final TwilioConfig config;

    VoiceNotifier(TwilioApi api, TwilioConfig config) {
        this.api = api;
        this.config = config;
    }

    @Override
    public Channel channel() {
        return Channel.VOICE;
    }

    @Override
    public Optional<String> refusal(String address) {
        return PhoneNumber.refusal(address);
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        if (!api.ready() || config.from().isEmpty()) {
            return TwilioApi.notSetUp();
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("To", delivery.address());
        form.put("From", config.from().get());
        form.put("Twiml", SpokenPage.of(delivery.message(), api.callback("keys", delivery)));
        form.put("StatusCallback", api.callback("call", delivery));
        return api.post("Calls", delivery, form);
    }
}
