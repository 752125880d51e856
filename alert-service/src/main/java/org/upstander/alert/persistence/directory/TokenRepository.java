package org.upstander.alert.persistence.directory;

import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.application.directory.Stores;
import org.upstander.alert.domain.ApiToken;

@ApplicationScoped
class TokenRepository extends DocumentRepository<ApiToken, TokenRow> implements Stores.TokenStore {

    TokenRepository() {
        super(ApiToken.class, TokenRow::new);
    }

    @Override
    void index(TokenRow row, ApiToken value) {
        row.hash = value.hash();
    }
}
