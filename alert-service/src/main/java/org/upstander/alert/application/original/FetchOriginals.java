package org.upstander.alert.application.original;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.domain.OriginalSearch;
import org.upstander.alert.domain.OriginalSearch.Missing;
import org.upstander.alert.domain.OriginalSearch.Outcome;

/**
 * Fetches the originals of posts that entered incidents, before their topic forgets them: verifies
 * that they open, and keeps them still sealed.
 */
@ApplicationScoped
public class FetchOriginals {

    private static final System.Logger LOG = System.getLogger(FetchOriginals.class.getName());

    /** Longer than looking may take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final OriginalStore store;
    private final FindOriginals topic;
    private final OriginalSeals seals;
    private final OriginalMetrics metrics;
    private final Clock clock;

    FetchOriginals(
            Transactions transactions,
            OriginalStore store,
            FindOriginals topic,
            OriginalSeals seals,
            OriginalMetrics metrics,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.topic = topic;
        this.seals = seals;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** One round: how many were looked for. */
    public Uni<Integer> runOnce() {
        Instant now = clock.instant();
        return transactions
                .run(() -> store.claim(now, now.plus(LEASE), AT_ONCE))
                .chain(
                        wanted ->
                                wanted.isEmpty()
                                        ? Uni.createFrom().item(0)
                                        : look(wanted).replaceWith(wanted.size()));
    }

    private Uni<Void> look(List<WantedOriginal> wanted) {
        return topic.find(wanted)
                .onFailure()
                .recoverWithItem(FetchOriginals::away)
                .chain(
                        found ->
                                Multi.createFrom()
                                        .iterable(wanted)
                                        .onItem()
                                        .transformToUniAndConcatenate(one -> end(one, found))
                                        .onItem()
                                        .ignoreAsUni());
    }

    /** All of it comes again; the row's wait says when. */
    private static FindOriginals.Found away(Throwable failure) {
        LOG.log(
                System.Logger.Level.WARNING,
                "originals could not be looked for, will try again: {0}",
                failure.getClass().getName());
        return new FindOriginals.Found(Map.of(), Set.of());
    }

    private Uni<Void> end(WantedOriginal wanted, FindOriginals.Found found) {
        Sealed sealed = found.byRecordId().get(wanted.recordId());
        Optional<byte[]> opened = sealed == null ? Optional.empty() : seals.open(sealed);
        if (opened.isPresent()) {
            return transactions
                    .run(() -> store.keep(wanted, sealed, sha256(opened.get()), clock.instant()))
                    .invoke(() -> metrics.ended(OriginalMetrics.Outcome.KEPT));
        }
        Outcome outcome = Outcome.NOT_LOOKED;
        if (sealed != null) {
            outcome = Outcome.SEALED;
        } else if (found.lookedFor().contains(wanted.recordId())) {
            outcome = Outcome.NOT_THERE;
        }
        Optional<Missing> missing = wanted.search().givenUp(outcome, clock.instant());
        return missing.isEmpty()
                ? transactions.run(
                        () ->
                                store.again(
                                        wanted,
                                        clock.instant()
                                                .plus(OriginalSearch.wait(wanted.attempt()))))
                : transactions
                        .run(() -> store.missing(wanted, missing.get()))
                        .invoke(
                                () ->
                                        metrics.ended(
                                                OriginalMetrics.Outcome.valueOf(
                                                        missing.get().name())));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
