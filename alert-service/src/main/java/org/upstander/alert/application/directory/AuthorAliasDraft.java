package org.upstander.alert.application.directory;

import java.util.List;

/**
 * Accounts of one person as handed in; anything may be missing.
 *
 * @param declaredBy who hands it in
 */
public record AuthorAliasDraft(
        String id, List<Account> accounts, String comment, String declaredBy) {

    public record Account(String source, String id, String handle) {}
}
