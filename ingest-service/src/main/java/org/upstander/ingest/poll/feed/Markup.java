package org.upstander.ingest.poll.feed;

/** Markup of entries, which is only put together here: whoever reads it takes it for hostile. */
final class Markup {

    private Markup() {}

    /**
     * @param plain or null
     * @return the same as markup, lines kept
     */
    static String escaped(String plain) {
        return plain == null
                ? null
                : plain.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\n", "<br>");
    }

    /**
     * The title and what is said under it; comments repeat their beginning as a title, which is
     * left out.
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
