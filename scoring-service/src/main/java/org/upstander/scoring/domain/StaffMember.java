package org.upstander.scoring.domain;

import java.util.List;

/**
 * One protected member of staff, as far as recognising them needs it.
 *
 * @param id the operator's id
 * @param displayName as shown to colleagues
 * @param names full names, first names, surnames and nicknames
 * @param handles public accounts
 * @param roleTitles how members call the role, {@code the head mod}
 * @param pronouns {@code she/her}, or null
 * @param junior whether the bar is lower for them
 * @param protectedIdentifiers keyed hashes of what nobody may publish
 */
public record StaffMember(
        String id,
        String displayName,
        List<String> names,
        List<Handle> handles,
        List<String> roleTitles,
        String pronouns,
        boolean junior,
        List<ProtectedIdentifier> protectedIdentifiers) {

    public StaffMember {
        names = names == null ? List.of() : List.copyOf(names);
        handles = handles == null ? List.of() : List.copyOf(handles);
        roleTitles = roleTitles == null ? List.of() : List.copyOf(roleTitles);
        protectedIdentifiers =
                protectedIdentifiers == null ? List.of() : List.copyOf(protectedIdentifiers);
    }

    /**
     * @param platform the {@code source} of posts in which the handle is theirs
     * @param handle without {@code @}
     */
    public record Handle(String platform, String handle) {}

    /**
     * @param kind {@code phone, email, street, handle} or {@code name}
     * @param hash lower-case hex HMAC-SHA-256 of kind and normal form, under the operator's key
     */
    public record ProtectedIdentifier(String kind, String hash) {}
}
