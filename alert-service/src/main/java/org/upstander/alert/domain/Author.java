package org.upstander.alert.domain;

import java.util.Locale;

/**
 * Who wrote a post, as the source names them. A source may know neither id nor handle.
 *
 * @param id the source's stable id, or null
 * @param handle without {@code @}, or null
 * @param displayName the name shown, or null
 * @param bot whether the source says that it is a program, or null
 * @param staff whether the source says that it helps to run the place, or null; nobody of the
 *     roster by itself. Neither decides anything
 */
public record Author(String id, String handle, String displayName, Boolean bot, Boolean staff) {

    public static final Author UNKNOWN = new Author(null, null, null);

    /** Somebody of whom nothing else is said. */
    public Author(String id, String handle, String displayName) {
        this(id, handle, displayName, null, null);
    }

    /**
     * What makes two authors the same: the source and its id of them, the folded handle where the
     * source gives no id.
     */
    public String key(String source) {
        if (id != null) {
            return Ids.digest("v1", "author", source, "id", id);
        }
        return handle == null
                ? Ids.digest("v1", "author", source, "unknown")
                : Ids.digest("v1", "author", source, "handle", folded(handle));
    }

    /** Two handles that differ by case only are one account everywhere that we know of. */
    static String folded(String handle) {
        return handle.toLowerCase(Locale.ROOT);
    }
}
