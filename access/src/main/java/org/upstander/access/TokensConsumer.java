package org.upstander.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.upstander.contracts.v1.TokenEntry;

/** Follows the tokens topic; a null value revokes. */
@ApplicationScoped
class TokensConsumer {

    private static final Logger LOG = Logger.getLogger(TokensConsumer.class);

    private final KnownTokens tokens;
    private final ObjectMapper json;

    TokensConsumer(KnownTokens tokens, ObjectMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    @Incoming("upstander-tokens")
    Uni<Void> on(ConsumerRecord<String, byte[]> event) {
        if (event.value() == null) {
            tokens.remove(event.key());
            return Uni.createFrom().voidItem();
        }
        try {
            tokens.put(json.readValue(event.value(), TokenEntry.class));
        } catch (IOException e) {
            // Skipping one entry locks its holder out and nobody else.
            LOG.warnf("unreadable token entry offset=%d", event.offset());
        }
        return Uni.createFrom().voidItem();
    }
}
