package org.upstander.ingest.application.report;

import java.time.Instant;
import java.util.Optional;

/** Personal links: whoever has one may say that its person was contacted, and nothing else. */
public interface ReportLinks {

    /**
     * @param staffId whose it is
     * @param until when it ends, whole seconds
     * @throws org.upstander.ingest.application.source.NoSourceKey where this service has no key to
     *     sign with
     */
    String sign(String staffId, Instant until);

    /**
     * @return whose link it is; empty where it is none of ours, or over
     */
    Optional<String> staff(String link, Instant now);
}
