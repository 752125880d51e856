package org.upstander.ingest.poll.websub;

import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import org.upstander.ingest.config.SourceKeys;
import org.upstander.ingest.domain.Source;

/** What hubs sign with: what the source names, or else what is derived from the operator's key. */
@Singleton
class HubSecrets {

    private static final int MARK_BYTES = 8;

    private final SourceKeys keys;

    HubSecrets(SourceKeys keys) {
        this.keys = keys;
    }

    /**
     * @return the one that hubs are told first, then those that still hold; none without a key
     */
    List<String> of(Source source) {
        return source.secrets().isEmpty()
                ? derived("upstander hub secret of " + source.id())
                : source.secrets();
    }

    /** Tells secrets apart without telling them: under the key, for they may be short. */
    String mark(String secret) {
        return derived("upstander hub mark of " + secret).get(0).substring(0, 2 * MARK_BYTES);
    }

    private List<String> derived(String purpose) {
        return keys.of(purpose).stream().map(HexFormat.of()::formatHex).toList();
    }
}
