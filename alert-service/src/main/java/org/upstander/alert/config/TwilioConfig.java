package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Twilio: text messages and calls, and the answers to them. */
@ConfigMapping(prefix = "upstander.twilio")
public interface TwilioConfig {

    /** Base of its REST API. */
    @WithDefault("https://api.twilio.com")
    URI url();

    /** {@code AC} and 32 hex digits. Without it nothing is sent. */
    Optional<String> accountSid();

    /** Sends, and signs what Twilio calls back with ({@code UPSTANDER_TWILIO_AUTH_TOKEN}). */
    Optional<String> authToken();

    /** Further tokens whose signatures are believed, for the time of a change. */
    Optional<List<String>> otherAuthTokens();

    /** The number that calls, and texts unless a messaging service does; E.164. */
    Optional<String> from();

    /** {@code MG} and 32 hex digits: a service that texts from numbers of its own. */
    Optional<String> messagingServiceSid();

    /**
     * How Twilio reaches this service: scheme, host and port as Twilio sees them, or no signature
     * holds. Where left out, {@code UPSTANDER_PUBLIC_URL}.
     */
    Optional<URI> callbackUrl();
}
