package org.upstander.alert.domain;

import java.util.List;

/**
 * Everything the operator told about one protected member of staff.
 *
 * @param member the part in clear
 * @param protectedHashes keyed hashes of what nobody may publish
 */
public record StaffProfile(StaffMember member, List<ProtectedHash> protectedHashes) {

    public StaffProfile {
        protectedHashes = List.copyOf(protectedHashes);
    }

    /**
     * @param kind of identifier
     * @param hash 64 lower-case hex digits
     */
    public record ProtectedHash(IdentifierKind kind, String hash) {}
}
