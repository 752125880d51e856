package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import org.upstander.alert.domain.AuthorAlias;

/**
 * Accounts of which somebody said that they are one person's, where authors are looked up. Within
 * the caller's transaction. What was done about them is part of the history that is read of an
 * author.
 */
public interface DeclaredAccounts {

    /**
     * Takes the place of what it said before.
     *
     * @param alias that is kept already
     */
    Uni<Void> keep(AuthorAlias alias);

    /**
     * Which authors are said to be one person: by what their posts are told apart by, so that an
     * account that is declared by its handle alone is not found where posts have an id.
     *
     * @param authors keys
     * @return the same text for all accounts of a person, by key of the author; no entry for those
     *     of whom nobody said anything
     */
    Uni<Map<String, String>> persons(Collection<String> authors);
}
