package org.upstander.alert.http.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.config.KeysConfig;
import org.upstander.alert.config.TwilioConfig;

/** Reads what Twilio posts, once it is proven that Twilio does. */
@ApplicationScoped
class TwilioCalls {

    private final TwilioSignature signature;
    private final String base;

    TwilioCalls(TwilioConfig config, KeysConfig keys) {
        List<String> tokens = new ArrayList<>();
        config.authToken().ifPresent(tokens::add);
        config.otherAuthTokens().ifPresent(tokens::addAll);
        this.signature = new TwilioSignature(Secrets.of(Optional.of(tokens)));
        String url = config.callbackUrl().map(URI::toString).orElse(keys.publicUrl().toString());
        this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The form; fails with 401 for what does not hold. */
    Form read(String signed, UriInfo called, byte[] given) {
        URI uri = called.getRequestUri();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        Optional<Form> form =
                Form.of(Calls.limited(given))
                        .filter(
                                read ->
                                        signature.holds(
                                                signed, base + uri.getRawPath() + query, read));
        Calls.require(form.isPresent());
        return form.orElseThrow();
    }
}
