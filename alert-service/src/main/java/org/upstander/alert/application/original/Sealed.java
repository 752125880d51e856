package org.upstander.alert.application.original;

/**
 * A post as it was received, as it lies sealed.
 *
 * @param id of the record: {@code postId-revision}
 * @param contentType media type of what is sealed, as the sender said
 * @param form {@code received} or {@code restated}, with {@code -cut} where there was more
 * @param bytes sealed
 */
public record Sealed(String id, String contentType, String form, byte[] bytes) {

    /** What has to be the same for it to open. */
    public String bound() {
        return String.join("\n", id, contentType, form);
    }

    /** Nothing of what it holds. */
    @Override
    public String toString() {
        return "Sealed[" + id + "]";
    }
}
