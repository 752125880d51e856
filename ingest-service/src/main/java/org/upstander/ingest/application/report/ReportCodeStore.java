package org.upstander.ingest.application.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Whose code it is, by its hash. Everything fails with {@link
 * org.upstander.ingest.application.source.StoreUnavailable}.
 */
public interface ReportCodeStore {

    /** From now on hers; the one that she had before is none any more. */
    CompletionStage<Void> put(String staffId, String hash, Instant at);

    /**
     * @return whether she had one
     */
    CompletionStage<Boolean> remove(String staffId);

    /**
     * @param hashes of one code
     */
    CompletionStage<Optional<String>> staff(List<String> hashes);
}
