package org.upstander.contracts.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * One protected member of staff. Never holds contact data, nor a protected identifier in clear.
 *
 * @param staffId the operator's id
 * @param displayName as shown to colleagues
 * @param names full names, first names, surnames and nicknames they are known by
 * @param handles their public accounts
 * @param roleTitles how members call the role, {@code the head mod}
 * @param pronouns {@code she/her}, or null
 * @param junior whether the bar is lower for them
 * @param attackThreshold least probability of an attack that counts as one on them, 0.05 to 0.95;
 *     null: the bar of all staff, or of juniors
 * @param protectedIdentifiers keyed hashes of what nobody may publish
 * @param updatedAt when the operator last changed the entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RosterEntry(
        String staffId,
        String displayName,
        List<String> names,
        List<Handle> handles,
        List<String> roleTitles,
        String pronouns,
        boolean junior,
        Double attackThreshold,
        List<ProtectedIdentifier> protectedIdentifiers,
        Instant updatedAt) {

    /**
     * @param platform the {@code source} of posts in which the handle is theirs
     * @param handle without {@code @}
     */
    public record Handle(String platform, String handle) {}

    /**
     * Something nobody may publish about this member of staff, as a keyed hash of its normal form.
     * Whoever writes and whoever looks for identifiers must reach the same normal form; {@code
     * identifiers/identifier-vectors.json} beside the schemas proves it.
     *
     * <p>First, for every kind, the text is folded:
     *
     * <ol>
     *   <li>Unicode NFKD;
     *   <li>code points of general category M (marks) and Cf (zero-width, bidi, soft hyphen) are
     *       left out;
     *   <li>each code point by itself is upper-cased, then lower-cased, in the root locale ({@code
     *       ß} becomes {@code ss}, a final sigma a plain one); a decimal digit of any script (Nd)
     *       becomes {@code 0} to {@code 9};
     *   <li>Unicode NFC.
     * </ol>
     *
     * Then, where letter means general category L and digit {@code 0} to {@code 9}:
     *
     * <ul>
     *   <li>{@code phone}: every {@code (0)} is left out; so is all from the first letter that
     *       comes after a digit (an extension); of the rest only digits stay, without leading zeros
     *       (so {@code +49 (0)30}, {@code 0049 30} and {@code 49 30} begin alike). A national and
     *       an international spelling have different digits: each is an identifier of its own.
     *   <li>{@code email} and {@code handle}: only letters, digits and {@code @ . + - _} stay; dots
     *       at either end are left out; a handle then loses leading {@code @}.
     *   <li>{@code street} and {@code name}: each run of other than letters and digits becomes one
     *       space; spaces at either end are left out. No abbreviation is spelled out.
     * </ul>
     *
     * A phone number of fewer than 6 or more than 15 digits, and any other normal form of fewer
     * than 3 or more than 128 UTF-16 code units, is refused where it is entered and never hashed.
     *
     * @param kind {@code phone, email, street, handle} or {@code name}
     * @param hash HMAC-SHA-256 as 64 lower-case hex digits; the key is the operator's key in UTF-8,
     *     the message {@code kind + ":" + normal form} in UTF-8
     */
    public record ProtectedIdentifier(String kind, String hash) {}
}
