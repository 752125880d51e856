package org.upstander.ingest.reading;

import org.jsoup.nodes.Entities;

/** Text as markup. */
public final class Html {

    private Html() {}

    /** Of one line, also within an attribute. */
    public static String escaped(String plain) {
        return Entities.escape(plain);
    }

    /**
     * Lines kept.
     *
     * @param plain or null
     */
    public static String lines(String plain) {
        return plain == null ? null : escaped(plain).replace("\n", "<br>");
    }
}
