package org.upstander.alert.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import org.upstander.access.KnownTokens;
import org.upstander.alert.application.Outbox;
import org.upstander.alert.application.OutgoingEvent;
import org.upstander.alert.application.directory.TokenEvents;
import org.upstander.alert.domain.ApiToken;
import org.upstander.alert.domain.Scope;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.TokenEntry;

/** Token hashes, for all services. */
@ApplicationScoped
class TokenOutbox implements TokenEvents {

    private final Outbox outbox;
    private final KnownTokens known;
    private final ObjectMapper json;

    TokenOutbox(Outbox outbox, KnownTokens known, ObjectMapper json) {
        this.outbox = outbox;
        this.known = known;
        this.json = json;
    }

    @Override
    public Uni<Void> issued(ApiToken token) {
        try {
            return add(token.id(), json.writeValueAsBytes(entry(token)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Uni<Void> revoked(String tokenId) {
        return add(tokenId, null);
    }

    @Override
    public void acceptHere(ApiToken token) {
        known.put(entry(token));
    }

    @Override
    public void forgetHere(String tokenId) {
        known.remove(tokenId);
    }

    private Uni<Void> add(String tokenId, byte[] value) {
        return outbox.add(
                List.of(new OutgoingEvent(Topics.TOKENS, tokenId, EventTypes.TOKEN, value)));
    }

    private static TokenEntry entry(ApiToken token) {
        return new TokenEntry(
                token.id(),
                token.name(),
                token.hash(),
                token.scopes().stream().map(Scope::wireName).toList(),
                token.expiresAt(),
                token.staffId());
    }
}
