package org.upstander.alert.notify.canary;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.canary.Outlets.HeartbeatLine;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;

/** An empty POST, which healthchecks.io and its like count; past the guard of all channels. */
@ApplicationScoped
class PingHeartbeat implements HeartbeatLine {

    private static final HttpMessage EMPTY = new HttpMessage(Map.of(), "");

    private final HttpSender http;

    PingHeartbeat(HttpSender http) {
        this.http = http;
    }

    @Override
    public Uni<DeliveryResult> ping(String url) {
        return http.post(url, 1, () -> EMPTY);
    }
}
