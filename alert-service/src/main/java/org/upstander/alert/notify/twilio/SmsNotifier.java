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

/** Text messages by Twilio. */
@ApplicationScoped
class SmsNotifier implements Notifier {

    private final TwilioApi api;
    private final TwilioConfig config;

    SmsNotifier(TwilioApi api, TwilioConfig config) {
        this.api = api;
        this.config = config;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Optional<String> refusal(String address) {
        return PhoneNumber.refusal(address);
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        if (!api.ready()) {
            return TwilioApi.notSetUp();
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("To", delivery.address());
        config.messagingServiceSid()
                .ifPresentOrElse(
                        service -> form.put("MessagingServiceSid", service),
                        () -> form.put("From", config.from().orElseThrow()));
        form.put("Body", TextPage.of(delivery));
        form.put("StatusCallback", api.callback("status", delivery));
        return api.post("Messages", delivery, form);
    }
}
