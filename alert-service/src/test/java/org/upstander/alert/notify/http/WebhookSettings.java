package org.upstander.alert.notify.http;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;
import org.upstander.alert.config.WebhookConfig;

/** The real configuration mapping, with only the given keys set. */
public final class WebhookSettings {

    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private WebhookSettings() {}

    public static WebhookConfig of(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverters(new Converter<?>[] {new DurationConverter()})
                .withMapping(WebhookConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(WebhookConfig.class);
    }
}
