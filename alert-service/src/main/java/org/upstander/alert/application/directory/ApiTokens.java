package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.directory.Stores.TokenStore;
import org.upstander.alert.domain.ApiToken;
import org.upstander.alert.domain.Scope;

/** Makes, lists and revokes API tokens for all services. */
@Singleton
public class ApiTokens {

    private static final int MAX_SCOPES = 6;
    private static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

    private final Transactions transactions;
    private final TokenStore store;
    private final TokenSource source;
    private final TokenEvents events;
    private final EntryWalk<ApiToken> walk;
    private final Clock clock;

    ApiTokens(
            Transactions transactions,
            TokenStore store,
            TokenSource source,
            TokenEvents events,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.walk = new EntryWalk<>(transactions, store, ApiToken::id);
        this.source = source;
        this.events = events;
        this.clock = clock;
    }

    /** What became of the wish for a token. */
    public sealed interface Issue {

        /**
         * @param token as kept
         * @param secret shown now and never again
         */
        record Issued(ApiToken token, String secret) implements Issue {}

        record Refused(List<Violation> violations) implements Issue {}
    }

    /**
     * Makes a token.
     *
     * @param name what the operator calls it
     * @param scopes wire names
     * @param expiresAt when it stops working, or null for never
     * @param staffId the member of staff that its holder is, or null
     */
    public Uni<Issue> issue(String name, List<String> scopes, Instant expiresAt, String staffId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Checks checks = new Checks();
        String checkedName = checks.text("/name", name);
        List<Scope> granted = scopes(scopes, checks);
        checks.optionalId("/staffId", staffId);
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            checks.add("/expiresAt", "lies in the past; leave it out for a token without end");
        }
        if (!checks.fine()) {
            return Uni.createFrom().item(new Issue.Refused(checks.violations()));
        }
        TokenSource.NewToken made = source.next();
        ApiToken token =
                new ApiToken(made.id(), checkedName, made.hash(), granted, now, expiresAt, staffId);
        return transactions
                .run(
                        () ->
                                store.save(token.id(), new Stored<>(token, now))
                                        .chain(() -> events.issued(token)))
                .invoke(() -> events.acceptHere(token))
                .map(done -> new Issue.Issued(token, made.secret()));
    }

    /** Tokens in the order of their ids. */
    public Uni<EntryPage<ApiToken>> page(String after, int limit) {
        return walk.page(after, limit);
    }

    /**
     * Makes a token useless.
     *
     * @return whether there was one
     */
    public Uni<Boolean> revoke(String id) {
        return transactions
                .run(() -> store.lock(id).call(known -> known.map(t -> remove(id)).orElse(NOTHING)))
                .map(Optional::isPresent)
                .invoke(
                        revoked -> {
                            if (revoked) {
                                events.forgetHere(id);
                            }
                        });
    }

    /**
     * Makes every token known to this instance, for one that starts without the topic. Reads twice:
     * a token that was revoked between the first reading and its acceptance would work for ever,
     * because its tombstone has passed already.
     */
    public Uni<Integer> acceptAllHere() {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            Set<String> accepted = new HashSet<>();
                            return walk.forEach(
                                            entry -> {
                                                events.acceptHere(entry.value());
                                                accepted.add(entry.value().id());
                                                return NOTHING;
                                            })
                                    .call(() -> forgetRevoked(accepted));
                        });
    }

    private Uni<Integer> forgetRevoked(Set<String> accepted) {
        return walk.forEach(
                        entry -> {
                            accepted.remove(entry.value().id());
                            return NOTHING;
                        })
                .invoke(() -> accepted.forEach(events::forgetHere));
    }

    /** Writes every token to the outbox again, for a Kafka that lost them. */
    public Uni<Integer> republish() {
        return walk.forEach(entry -> events.issued(entry.value()));
    }

    private Uni<Void> remove(String id) {
        return store.delete(id).chain(() -> events.revoked(id));
    }

    private static List<Scope> scopes(List<String> names, Checks checks) {
        List<String> given = checks.list("/scopes", names, MAX_SCOPES);
        if (given.isEmpty()) {
            checks.add("/scopes", "at least one is required, of " + Scope.names());
        }
        List<Scope> out = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Optional<Scope> scope = Scope.of(given.get(i));
            if (scope.isEmpty()) {
                checks.add("/scopes/" + i, "must be one of " + Scope.names());
            }
            scope.ifPresent(out::add);
        }
        return out.stream().distinct().toList();
    }
}
