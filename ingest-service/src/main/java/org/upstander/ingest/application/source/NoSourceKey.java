package org.upstander.ingest.application.source;

/** The service has no key to keep secrets of sources with: {@code UPSTANDER_SOURCE_KEY}. */
public final class NoSourceKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSourceKey() {
        super("UPSTANDER_SOURCE_KEY is not set", null, false, false);
    }
}
