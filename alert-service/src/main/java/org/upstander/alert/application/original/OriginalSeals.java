package org.upstander.alert.application.original;

import java.util.Optional;

/** Opens what ingest-service sealed. */
public interface OriginalSeals {

    /** Whether there is a key at all; without one no original is looked for. */
    boolean haveKey();

    /** Empty where no key opens it, or it was changed. */
    Optional<byte[]> open(Sealed sealed);
}
