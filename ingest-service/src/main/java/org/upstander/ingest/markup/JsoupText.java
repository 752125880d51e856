package org.upstander.ingest.markup;

import jakarta.enterprise.context.ApplicationScoped;
import org.jsoup.Jsoup;
import org.upstander.ingest.application.TextOfHtml;

/** Text of HTML by jsoup, which reads broken markup as a browser does, and no scripts or styles. */
@ApplicationScoped
class JsoupText implements TextOfHtml {

    @Override
    public String textOf(String html) {
        return Jsoup.parse(html).body().text();
    }
}
