package org.upstander.ingest.domain;

/**
 * Who wrote something, as the source names them. In an admitted item at least one of {@code id} and
 * {@code handle} is given.
 *
 * @param id the source's own stable id, or null
 * @param handle the name others address, without {@code @}, or null
 * @param displayName the name shown, or null
 * @param bot whether the source says that it is a program; false where it does not say
 * @param staff whether the source says that it helps to run the place; likewise
 */
public record Author(String id, String handle, String displayName, boolean bot, boolean staff) {

    /** Somebody of whom nothing else is said. */
    public Author(String id, String handle, String displayName) {
        this(id, handle, displayName, false, false);
    }

    /** The same, and whether the source says that it is a program. */
    public Author bot(boolean program) {
        return new Author(id, handle, displayName, program, staff);
    }

    /** The same, and whether the source says that it helps to run the place. */
    public Author staff(boolean helps) {
        return new Author(id, handle, displayName, bot, helps);
    }
}
