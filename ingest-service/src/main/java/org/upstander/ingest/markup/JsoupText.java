package org.upstander.ingest.markup;

import jakarta.enterprise.context.ApplicationScoped;
import org.jsoup.Jsoup;
import org.upstander.ingest.application.ReadHtml;
import org.upstander.ingest.domain.Reading;

/** Text of HTML by jsoup, which reads broken markup as a browser does, and no scripts or styles. */
@ApplicationScoped
class JsoupText implements ReadHtml {

    @Override
    public Reading read(String html) {
        VisibleText visible = new VisibleText();
        Jsoup.parse(html).body().traverse(visible);
        return visible.reading();
    }
}
