package org.upstander.alert.domain;

import java.util.List;

/**
 * Accounts of which somebody says that they are one person's. What was done about one of them
 * counts for the others.
 *
 * @param id the operator's id
 * @param accounts two at least, each once
 * @param comment how that is known, for colleagues
 * @param declaredBy token or subject
 */
public record AuthorAlias(String id, List<Account> accounts, String comment, String declaredBy) {

    public AuthorAlias {
        accounts = List.copyOf(accounts);
    }

    /**
     * An account, by its id, its handle or both.
     *
     * @param source platform
     * @param id the source's stable id, or null
     * @param handle without {@code @}, or null
     */
    public record Account(String source, String id, String handle) {

        /** That of whoever writes under it. */
        public String key() {
            return new Author(id, handle, null).key(source);
        }
    }

    /** Whether it says the same, whoever put it. */
    public boolean declaresAs(AuthorAlias other) {
        return new AuthorAlias(id, accounts, comment, other.declaredBy).equals(other);
    }
}
