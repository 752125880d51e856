package org.upstander.ingest.poll.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a feed says that its hub is. */
class FeedLinksTest {

    private static final String AT = "https://blog.example.org/feeds/comments";
    private static final String HUB = "https://hub.example.net/";
    private static final String SELF = "https://blog.example.org/feeds/all";
    private static final String ATOM =
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>urn:f</id>
              <updated>2026-03-03T06:33:26Z</updated>%s</feed>""";
    private static final String RSS =
            """
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>t</title>
              <link>https://blog.example.org</link><description>d</description>%s</channel></rss>""";
    private static final String JSON =
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"t","items":[]%s}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://hub.example.net/>; rel=\"hub\", <https://blog.example.org/feeds/all>; rel=\"self\"",
                "<https://blog.example.org/feeds/all>;rel=self,<https://hub.example.net/>;rel=hub",
                "</feeds/all>; title=\"a, b\"; REL=\"alternate Self\", <https://hub.example.net/> ; rel = hub",
                "<https://hub.example.net/>; rel=hub, <https://late.example.net/>; rel=hub, <all>; rel=self"
            })
    void headersSayIt(String header) {
        assertThat(links(header, RSS.formatted(""))).isEqualTo(new FeedLinks(HUB, SELF));
    }

    @Test
    void documentsSayItWhereHeadersDoNot() {
        FeedLinks said = new FeedLinks(HUB, SELF);
        String atom = "<link rel=\"%s\" href=\"%s\"/>";
        String both = atom.formatted("self", SELF) + atom.formatted("hub", HUB);
        assertThat(links(null, ATOM.formatted(both))).isEqualTo(said);
        assertThat(links(null, RSS.formatted(both.replace("<link", "<atom:link")))).isEqualTo(said);
        assertThat(
                        links(
                                "<https://blog.example.org/style.css>; rel=preload",
                                JSON.formatted(
                                        ",\"feed_url\":\"%s\",\"hubs\":[{\"type\":\"rssCloud\",\"url\":\"https://no.example.net\"},{\"type\":\"WebSub\",\"url\":\"%s\"}]"
                                                .formatted(SELF, HUB))))
                .isEqualTo(said);
    }

    @Test
    void headersComeFirst() {
        String document =
                ATOM.formatted(
                        "<link rel=\"hub\" href=\"https://old.example.net/\"/><link rel=\"self\" href=\"%s\"/>"
                                .formatted(SELF));
        assertThat(links("<https://hub.example.net/>; rel=\"hub\"", document))
                .isEqualTo(new FeedLinks(HUB, SELF));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<https://hub.example.net/>",
                "<ftp://hub.example.net/>; rel=hub",
                "<javascript:alert(1)>; rel=hub",
                "<http://[>; rel=hub",
                "hub",
                "<>; rel=hub",
                "<https://hub.example.net/>; rel=hubs",
                "<<<<;;;rel=;rel=\""
            })
    void whatNamesNoHubNamesNone(String header) {
        assertThat(links(header, RSS.formatted("")).hub()).isNull();
    }

    private static FeedLinks links(String header, String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        return FeedLinks.of(header, FeedDocument.read(bytes, null), AT);
    }
}
