package org.upstander.ingest.poll.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.application.delivery.Unreadable;

/** Feeds as they really are. */
class FeedDocumentTest {

    private static final String RSS =
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>Judging</title><link>https://blog.example.org</link>
              <description>d</description><language>en</language><ttl>30</ttl>
              <skipHours><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>
              <item><title>Round 2</title><guid isPermaLink="false">p-2</guid>
                <link>https://blog.example.org/round-2#comment-7</link>
                <dc:creator>heath</dc:creator><pubDate>Tue, 03 Mar 2026 06:33:26 GMT</pubDate>
                <description>short</description>
                <content:encoded><![CDATA[<p>Dana <b>decided</b> wrongly &amp; late.</p>]]></content:encoded>
              </item>
              <item><title>Round 1</title><link>https://blog.example.org/round-1</link>
                <author>mila@example.org (Mila)</author><pubDate>Mon, 2 Mar 26 06:33 EST</pubDate>
                <description>Well &lt;i&gt;judged&lt;/i&gt;.</description></item>
            </channel></rss>
            """;

    private static final String ATOM =
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
              <title>Comments</title><id>urn:f</id><updated>2026-03-03T06:33:26Z</updated>
              <entry><id>urn:c-2</id><title type="text">a &lt; b</title>
                <author><name>heath</name></author>
                <published>2026-03-03T06:33:26Z</published><updated>2026-03-03T07:00:00Z</updated>
                <link rel="alternate" href="https://blog.example.org/p#c-2"/>
                <thr:in-reply-to ref="urn:c-1"/>
                <content type="text">one &lt; two</content></entry>
            </feed>
            """;

    @Test
    void rssSaysWhatIsWrittenByWhomAndWhen() {
        // When
        Feed feed = read(RSS);

        // Then
        assertThat(feed.title()).isEqualTo("Judging");
        Feed.Entry first = feed.entries().get(0);
        assertThat(first.id()).isEqualTo("p-2");
        assertThat(first.url()).isEqualTo("https://blog.example.org/round-2#comment-7");
        assertThat(first.author()).isEqualTo("heath");
        assertThat(first.published()).isEqualTo("2026-03-03T06:33:26Z");
        assertThat(first.html())
                // ROME writes entities as numbers.
                .isEqualTo("<p>Round 2</p><p>Dana <b>decided</b> wrongly &#38; late.</p>");
        assertThat(first.language()).isEqualTo("en");
    }

    @Test
    void anAddressOfMailIsNobodysName() {
        Feed.Entry second = read(RSS).entries().get(1);
        assertThat(second.author()).isEqualTo("Mila");
        assertThat(second.published()).isEqualTo("2026-03-02T11:33:00Z");
        assertThat(second.html()).isEqualTo("<p>Round 1</p>Well <i>judged</i>.");
        assertThat(XmlFeed.name("heath@example.org")).isEqualTo("heath");
        assertThat(XmlFeed.name("@heath")).isEqualTo("@heath");
    }

    @Test
    void rssSaysWhenItWantsToBeLeftAlone() {
        FeedPause pause = read(RSS).pause();
        assertThat(pause.from(Instant.parse("2026-03-03T01:00:00Z")))
                .isEqualTo(Duration.ofMinutes(30));
        // Within the third hour it waits for the fourth, on a Saturday night for Monday.
        assertThat(pause.from(Instant.parse("2026-03-03T02:45:00Z")))
                .isEqualTo(Duration.ofMinutes(75));
        assertThat(pause.from(Instant.parse("2026-03-07T23:45:00Z")))
                .isEqualTo(Duration.ofMinutes(24 * 60 + 15));
    }

    @Test
    void atomSaysWhatAnEntryAnswers() {
        Feed.Entry entry = read(ATOM).entries().get(0);
        assertThat(entry.id()).isEqualTo("urn:c-2");
        assertThat(entry.answers()).isEqualTo("urn:c-1");
        assertThat(entry.html()).isEqualTo("<p>a &lt; b</p>one &lt; two");
        assertThat(entry.updated()).isEqualTo("2026-03-03T07:00:00Z");
    }

    /** The threading extension wants an id, and not everybody gives one. */
    @Test
    void anAnswerToSomethingWithoutAnIdIsAnEntryAsAnyOther() {
        Feed.Entry entry =
                read(ATOM.replace("ref=\"urn:c-1\"", "href=\"https://blog.example.org/p#c-1\""))
                        .entries()
                        .get(0);
        assertThat(entry.id()).isEqualTo("urn:c-2");
        assertThat(entry.answers()).isNull();
    }

    @Test
    void jsonFeedOfBothVersions() {
        Feed feed =
                read(
                        """
                        \uFEFF{"version":"https://jsonfeed.org/version/1.1","title":"Judging","items":[
                         {"id":7,"url":"https://blog.example.org/7","content_text":"a < b\\nc",
                          "date_published":"2026-03-03T06:33:26+01:00","authors":[{"name":"heath"}]},
                         {"id":"8","content_html":"<p>x</p>","author":{"name":"mila"},"date_published":"soon"}]}
                        """);
        assertThat(feed.entries().get(0).html()).isEqualTo("a &lt; b<br>c");
        assertThat(feed.entries().get(0).id()).isEqualTo("7");
        assertThat(feed.entries().get(0).published()).isEqualTo("2026-03-03T05:33:26Z");
        assertThat(feed.entries().get(1).author()).isEqualTo("mila");
        assertThat(feed.entries().get(1).published()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1,<?xml version='1.0' encoding='ISO-8859-1'?>,application/xml",
        "ISO-8859-1,'',application/rss+xml; charset=ISO-8859-1",
        "UTF-16,<?xml version='1.0' encoding='UTF-16'?>,application/xml",
        "UTF-8,'',",
        "windows-1252,<?xml version='1.0' encoding='windows-1252'?>,"
    })
    void charsetsAreTakenAtTheirWord(String charset, String declaration, String contentType) {
        String rss = declaration + item("<title>Grüße, ärgerlich</title><guid>1</guid>");
        Feed feed = FeedDocument.read(rss.getBytes(Charset.forName(charset)), contentType);
        assertThat(feed.entries().get(0).html()).isEqualTo("Grüße, ärgerlich");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss>",
                "<!DOCTYPE rss PUBLIC \"-//X//DTD > RSS//EN\" \"http://example.org/rss.dtd\">",
                "<!doctype rss [ <!ENTITY a \"]>\"> <!ENTITY x SYSTEM \"file:///etc/passwd\"> ]>",
                "<?xml version=\"1.0\"?><!-- one --><!DOCTYPE rss SYSTEM 'x'>"
            })
    void aDocumentTypeIsPassedOver(String doctype) {
        Feed feed = read(doctype + item("<title>Judged</title><guid>1</guid>"));
        assertThat(feed.entries()).hasSize(1);
    }

    /** The small letter of İ is two characters. */
    @Test
    void lettersThatGrowBeforeADocumentTypeDoNotMoveIt() {
        String comment = "<!--" + "İ".repeat(50) + "-->";
        Feed feed = read(comment + "<!DOCTYPE rss>" + item("<title>Judged</title><guid>1</guid>"));
        assertThat(feed.entries()).hasSize(1);
        assertThatThrownBy(() -> read(comment + "<!doctype")).isInstanceOf(Unreadable.class);
    }

    @Test
    void whatADocumentTypeNamesIsNotThere() {
        String bomb =
                "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">"
                        + "<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
        for (String entity : List.of("&b;", "&x;")) {
            assertThatThrownBy(() -> read(bomb + item("<title>" + entity + "</title>")))
                    .isInstanceOf(Unreadable.class);
        }
        assertThat(read(item("<title>&lt;!DOCTYPE html&gt;</title>")).entries()).hasSize(1);
    }

    @Test
    void brokenCharactersAreSpaces() {
        Feed feed = read(item("<title>a\u0000b\u0007c</title><guid>1</guid>"));
        assertThat(feed.entries().get(0).html()).isEqualTo("a b c");
    }

    @Test
    void whatIsNoFeedIsRefused() {
        for (String other :
                List.of(
                        "",
                        "{}",
                        "{\"version\":\"2\"}",
                        "<html><body>404</body></html>",
                        "<rss version='2.0'><channel><title>x",
                        "<a>".repeat(20_000) + "</a>".repeat(20_000),
                        "<rss version='2.0'><channel><item>" + "<b>".repeat(200),
                        "\u001f\u008bgarbage")) {
            assertThatThrownBy(() -> read(other)).as(other).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void datesInEveryForm() {
        for (String date :
                List.of(
                        "Tue, 03 Mar 2026 06:33:26 GMT",
                        "Tue, 03 Mar 2026 06:33:26 +0000",
                        "3 Mar 2026 06:33:26 Z",
                        "Tue, 03 Mar 26 06:33:26 UT",
                        "2026-03-03T06:33:26Z",
                        "2026-03-03T07:33:26+01:00")) {
            Feed feed = read(item("<title>x</title><pubDate>" + date + "</pubDate>"));
            assertThat(feed.entries().get(0).published())
                    .as(date)
                    .isEqualTo("2026-03-03T06:33:26Z");
        }
        assertThat(
                        read(item("<title>x</title><pubDate>yesterday</pubDate>"))
                                .entries()
                                .get(0)
                                .published())
                .isNull();
    }

    @Test
    void moreThanAThousandEntriesAreNotRead() {
        Feed feed = read(rss("<item><title>x</title></item>".repeat(1_200)));
        assertThat(feed.entries()).hasSize(Feed.MOST_ENTRIES);
    }

    private static Feed read(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return FeedDocument.read(bytes.toByteArray(), null);
    }

    private static String item(String inside) {
        return rss("<item>" + inside + "</item>");
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>t</title><link>https://example.org</link>"
                + "<description>d</description>"
                + items
                + "</channel></rss>";
    }
}
