package org.upstander.ingest.poll.websub;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.hub.AnswerHubs;
import org.upstander.ingest.application.hub.Hub;
import org.upstander.ingest.application.hub.Subscription;
import org.upstander.ingest.fetch.Fetch;
import org.upstander.ingest.fetch.Fetched;

/** What hubs are asked for (W3C WebSub, 5.1). */
@ApplicationScoped
class HubCalls implements Hub {

    private final Fetch fetch;

    HubCalls(Fetch fetch) {
        this.fetch = fetch;
    }

    /**
     * @param secret to sign deliveries with
     * @return why the hub did not take it; empty where it did, and will ask whether we meant it.
     *     Never fails
     */
    CompletionStage<Optional<Fetched.Nothing>> subscribe(Subscription wanted, String secret) {
        Map<String, String> form = form(wanted, "subscribe");
        form.put("hub.lease_seconds", Long.toString(AnswerHubs.LEASE.toSeconds()));
        form.put("hub.secret", secret);
        return fetch.post(wanted.hub(), form);
    }

    @Override
    public CompletionStage<Boolean> leave(Subscription unwanted) {
        return fetch.post(unwanted.hub(), form(unwanted, "unsubscribe"))
                .thenApply(Optional::isEmpty);
    }

    private static Map<String, String> form(Subscription subscription, String mode) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.mode", mode);
        form.put("hub.topic", subscription.topic());
        form.put("hub.callback", subscription.callback());
        return form;
    }
}
