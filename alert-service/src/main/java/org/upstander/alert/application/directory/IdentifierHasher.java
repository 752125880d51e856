package org.upstander.alert.application.directory;

import org.upstander.alert.domain.IdentifierKind;

/** Turns a protected identifier into what may be kept: a hash under the operator's key. */
public interface IdentifierHasher {

    /**
     * @param kind of identifier
     * @param normalForm from {@link IdentifierKind#normalForm}
     * @return HMAC-SHA-256 as 64 lower-case hex digits
     */
    String hash(IdentifierKind kind, String normalForm);
}
