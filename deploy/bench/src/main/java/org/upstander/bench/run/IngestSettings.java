package org.upstander.bench.run;

/** What the controls of ingest-service share with it. */
final class IngestSettings {

    /** Of its producer, so that the bare doors wait no longer and no shorter. */
    static final int LINGER_MILLIS = 1;

    private IngestSettings() {}
}
