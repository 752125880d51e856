package org.upstander.alert.application.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.AuthorAlias;

/** What a declaration that accounts are one person's must look like to be kept. */
@ApplicationScoped
class AuthorAliasRules {

    private static final int LEAST = 2;
    private static final int MOST = 20;

    /**
     * @return the declaration, or empty where something is wrong
     */
    Optional<AuthorAlias> check(AuthorAliasDraft draft, Checks checks) {
        checks.id("/id", draft.id());
        List<AuthorAlias.Account> accounts = accounts(draft.accounts(), checks);
        String comment = checks.text("/comment", draft.comment());
        return checks.fine()
                ? Optional.of(new AuthorAlias(draft.id(), accounts, comment, draft.declaredBy()))
                : Optional.empty();
    }

    private static List<AuthorAlias.Account> accounts(
            List<AuthorAliasDraft.Account> named, Checks checks) {
        List<AuthorAliasDraft.Account> given = checks.list("/accounts", named, MOST);
        if (given.size() < LEAST) {
            checks.add("/accounts", "must name at least %d accounts".formatted(LEAST));
        }
        List<AuthorAlias.Account> accounts = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int at = 0; at < given.size(); at++) {
            String pointer = "/accounts/" + at;
            AuthorAlias.Account account = account(pointer, given.get(at), checks);
            if (keys.contains(account.key())) {
                checks.add(
                        pointer,
                        "is the account of /accounts/%d; name each once"
                                .formatted(keys.indexOf(account.key())));
            }
            keys.add(account.key());
            accounts.add(account);
        }
        return accounts;
    }

    private static AuthorAlias.Account account(
            String pointer, AuthorAliasDraft.Account named, Checks checks) {
        AuthorAliasDraft.Account given =
                named == null ? new AuthorAliasDraft.Account(null, null, null) : named;
        String source = checks.text(pointer + "/source", given.source());
        String id = checks.optionalText(pointer + "/id", given.id());
        String handle = checks.optionalText(pointer + "/handle", given.handle());
        if (id == null && handle == null) {
            // Nobody is recognised by what is missing; the place keeps it apart from the next one.
            checks.add(pointer, "needs an id or a handle");
            return new AuthorAlias.Account(source, pointer, null);
        }
        if (handle != null && handle.startsWith("@")) {
            checks.add(pointer + "/handle", "must be without the @ at its beginning");
        }
        return new AuthorAlias.Account(source, id, handle);
    }
}
