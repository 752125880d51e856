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
 * @param attackThreshold least score that is an attack on them, 0.05 to 0.95; null: the bar of all
 *     staff, or of juniors
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
        Double attackThreshold,
        List<ProtectedIdentifier> protectedIdentifiers) {

    private static final double LEAST_THRESHOLD = 0.05;
    private static final double GREATEST_THRESHOLD = 0.95;

    public StaffMember {
        if (attackThreshold != null
                && !(attackThreshold >= LEAST_THRESHOLD && attackThreshold <= GREATEST_THRESHOLD)) {
            throw new IllegalArgumentException(
                    "A person's own threshold must lie between 0.05 and 0.95; got "
                            + attackThreshold);
        }
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
