package org.upstander.alert.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.upstander.access.SealedBox;
import org.upstander.alert.application.original.OriginalSeals;
import org.upstander.alert.application.original.Sealed;
import org.upstander.alert.config.EvidenceConfig;

/** With the keys that ingest-service has, too. */
@ApplicationScoped
class SealedOriginals implements OriginalSeals {

    private final SealedBox box;

    SealedOriginals(EvidenceConfig config) {
        this.box = SealedBox.of("UPSTANDER_EVIDENCE_KEY", config.key().orElse(List.of()));
    }

    @Override
    public boolean haveKey() {
        return box.isOpenable();
    }

    @Override
    public Optional<byte[]> open(Sealed sealed) {
        return box.open(sealed.bytes(), sealed.bound());
    }
}
