package org.upstander.ingest.application.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.source.KnownSources;

/**
 * Addresses of mail of which each is one person's: what comes there she reports. Fails with {@link
 * org.upstander.ingest.application.source.StoreUnavailable}.
 */
@ApplicationScoped
public class ReportAddresses {

    private final ReportCodes codes;
    private final ReportCodeStore store;
    private final KnownSources sources;
    private final Clock clock;

    ReportAddresses(ReportCodes codes, ReportCodeStore store, KnownSources sources, Clock clock) {
        this.codes = codes;
        this.store = store;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * What was made.
     *
     * @param code shown this once
     * @param addresses one for each mailbox that takes reports
     */
    public record Made(String code, List<String> addresses) {

        public Made {
            addresses = List.copyOf(addresses);
        }
    }

    /** Makes hers; the one she had before is over. */
    public CompletionStage<Made> make(String staffId) {
        String code = codes.make();
        return store.put(staffId, codes.hashes(code).get(0), clock.instant())
                .thenApply(kept -> new Made(code, addresses(code)));
    }

    /**
     * @return whether she had one
     */
    public CompletionStage<Boolean> revoke(String staffId) {
        return store.remove(staffId);
    }

    CompletionStage<Optional<String>> staff(String code) {
        return store.staff(codes.hashes(code));
    }

    private List<String> addresses(String code) {
        return sources.all().stream()
                .map(source -> source.settings().reportsTo())
                .filter(address -> address != null)
                .map(address -> address.replace("@", "+" + code + "@"))
                .distinct()
                .sorted()
                .toList();
    }
}
