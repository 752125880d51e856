package org.upstander.alert.persistence.directory;

import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.application.directory.Stores;
import org.upstander.alert.domain.AuthorAlias;

@ApplicationScoped
class AuthorAliasRepository extends DocumentRepository<AuthorAlias, AuthorAliasRow>
        implements Stores.AuthorAliasStore {

    AuthorAliasRepository() {
        super(AuthorAlias.class, AuthorAliasRow::new);
    }

    @Override
    void index(AuthorAliasRow row, AuthorAlias value) {
        row.declaredBy = value.declaredBy();
    }
}
