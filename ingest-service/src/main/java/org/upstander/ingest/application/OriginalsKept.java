package org.upstander.ingest.application;

/** Whether posts are also kept as they were received. */
@FunctionalInterface
public interface OriginalsKept {

    /** False where there is no key to seal them with. */
    boolean areKept();
}
