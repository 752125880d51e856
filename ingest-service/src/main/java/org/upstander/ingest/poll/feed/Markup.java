package org.upstander.ingest.poll.feed;

/** Markup of entries, which is only put together here: whoever reads it takes it for hostile. */
final class Markup {

    private Markup() {}

    /**
     * The title, and what is said under it.
     *
     * @return null where there is neither
     */
    static String titled(String title, String said) {
        if (title == null || title.isBlank()) {
            return said;
        }
        if (said == null || said.isBlank()) {
            return title;
        }
        return "<p>" + title + "</p>" + said;
    }
}
