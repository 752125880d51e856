package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import org.upstander.alert.domain.ApiToken;

/** Tells all services which tokens work. */
public interface TokenEvents {

    /** To the other services, within the transaction that made the token. */
    Uni<Void> issued(ApiToken token);

    /** To the other services, within the transaction that revoked the token. */
    Uni<Void> revoked(String tokenId);

    /** To this instance, after the commit: the token works from now on. */
    void acceptHere(ApiToken token);

    /** To this instance, after the commit: the token works no longer. */
    void forgetHere(String tokenId);
}
