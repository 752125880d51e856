package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.DeclaredAccounts;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.directory.Stores.AuthorAliasStore;
import org.upstander.alert.application.pattern.LookAgainAfter;
import org.upstander.alert.domain.AuthorAlias;

/**
 * Which accounts are one person's, as people say who know it. A declaration counts for what is
 * recorded from then on and for the posts of the last day; one that is deleted counts no more.
 */
@Singleton
public class AuthorAliasDirectory extends Entries<AuthorAliasDraft, AuthorAlias> {

    private final AuthorAliasRules rules;
    private final DeclaredAccounts accounts;
    private final LookAgainAfter lookAgainAfter;
    private final Clock clock;

    AuthorAliasDirectory(
            Transactions transactions,
            AuthorAliasStore store,
            AuthorAliasRules rules,
            DeclaredAccounts accounts,
            LookAgainAfter lookAgainAfter,
            Clock clock) {
        super(transactions, store, clock);
        this.rules = rules;
        this.accounts = accounts;
        this.lookAgainAfter = lookAgainAfter;
        this.clock = clock;
    }

    /** Who puts what is there already changes nothing, and did not declare it. */
    @Override
    Optional<AuthorAlias> check(
            AuthorAliasDraft draft, Optional<AuthorAlias> known, Checks checks) {
        return rules.check(draft, checks)
                .map(wanted -> known.filter(wanted::declaresAs).orElse(wanted));
    }

    @Override
    String idOf(AuthorAlias value) {
        return value.id();
    }

    @Override
    Uni<Void> changed(Stored<AuthorAlias> entry) {
        return accounts.keep(entry.value())
                .chain(() -> lookAgainAfter.declaration(entry.value(), clock.instant()));
    }

    /** What is looked up goes with the entry. */
    @Override
    Uni<Void> removed(String id) {
        return Uni.createFrom().voidItem();
    }

    @Override
    Uni<List<Violation>> warnings(AuthorAlias value) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    Uni<List<String>> usersOf(String id) {
        return Uni.createFrom().item(List.of());
    }
}
