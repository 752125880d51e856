package org.upstander.scoring.http;

import org.jsoup.Jsoup;

/** HTML to plain text, as ingest-service does it. */
final class Markup {

    private Markup() {}

    static String text(String html) {
        return Jsoup.parse(html).body().text();
    }
}
