package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.DeclaredAccounts;
import org.upstander.alert.domain.AuthorAlias;

@ApplicationScoped
class SqlDeclaredAccounts implements DeclaredAccounts {

    /**
     * By which declaration an account is somebody's; null: none. Takes the name of rows with an
     * author_key.
     */
    static final String ALIAS =
            "(select min(alias_id) from author_alias_account where author_key = %s.author_key)";

    private static final String FORGET = "delete from author_alias_account where alias_id = :alias";

    private static final String KEEP =
            """
            insert into author_alias_account (alias_id, place, author_key, source, author_id, handle)
            select :alias, place, author_key, source, author_id, handle
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (place smallint,
                author_key text, source text, author_id text, handle text)
            """;

    private static final String PERSONS =
            """
            select author_key, min(alias_id) from author_alias_account
            where author_key = any (array(select jsonb_array_elements_text(cast(cast(:authors as text) as jsonb))))
            group by author_key
            """;

    private record Row(
            int place, String authorKey, String source, String authorId, String handle) {}

    @Override
    public Uni<Void> keep(AuthorAlias alias) {
        List<Row> rows = new ArrayList<>();
        for (AuthorAlias.Account one : alias.accounts()) {
            rows.add(new Row(rows.size(), one.key(), one.source(), one.id(), one.handle()));
        }
        return Sql.update(FORGET, Map.of("alias", alias.id()))
                .chain(() -> Sql.update(KEEP, Map.of("alias", alias.id(), "rows", Sql.json(rows))))
                .replaceWithVoid();
    }

    /** One name for all accounts that are declared together. */
    static String person(String aliasId) {
        return "person " + aliasId;
    }

    @Override
    public Uni<Map<String, String>> persons(Collection<String> authors) {
        return Sql.rows(PERSONS, Map.of("authors", Sql.json(authors)))
                .map(
                        rows -> {
                            Map<String, String> persons = new HashMap<>();
                            rows.forEach(
                                    row -> persons.put((String) row[0], person((String) row[1])));
                            return persons;
                        });
    }
}
