package org.upstander.outbound;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How a client is set that calls addresses of strangers. */
public final class SafeClient {

    private SafeClient() {}

    /**
     * @param base trust and the like; what matters for safety is set here
     * @param connecting how long that may take, and the handshake of TLS as long again
     */
    public static HttpClientOptions options(HttpClientOptions base, Duration connecting) {
        return new HttpClientOptions(base)
                .setConnectTimeout((int) connecting.toMillis())
                .setSslHandshakeTimeout(connecting.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setVerifyHost(true)
                // A small answer could become a large one.
                .setDecompressionSupported(false)
                // A span would carry the address, and that may be a credential.
                .setTracingPolicy(TracingPolicy.IGNORE);
    }
}
