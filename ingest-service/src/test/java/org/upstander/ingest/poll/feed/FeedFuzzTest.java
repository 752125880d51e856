package org.upstander.ingest.poll.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.application.delivery.Unreadable;

/** Whatever a server sends is a feed, or it is not. */
class FeedFuzzTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final List<String> TYPES =
            List.of("application/xml", "text/xml; charset=iso-8859-1");
    private static final List<String> ENCODINGS =
            List.of(
                    "<?xml version=\"1.0\" encoding=\"windows-1252\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><channel><title>t</title><link>l</link></channel><item><title>a</title><link>b</link></item></rdf:RDF>",
                    "<rss version=\"2.0\"><channel><skipHours><hour>3</hour></skipHours><skipDays><day>Monday</day></skipDays><item><guid>1</guid><author>a@b (c)</author><category>x</category><enclosure url=\"u\" length=\"1\" type=\"t\"/></item></channel></rss>",
                    "<!--" + "İ".repeat(20) + "--><!doctype");

    static Stream<byte[]> seeds() {
        return Stream.concat(
                Fuzzing.texts(FeedPropertiesTest.FEEDS.toArray(String[]::new)),
                Fuzzing.texts(ENCODINGS.toArray(String[]::new)));
    }

    @MethodSource("seeds")
    @FuzzTest
    void itIsAFeedOrUnreadable(byte[] bytes) {
        for (String type : TYPES) {
            try {
                Feed feed = FeedDocument.read(bytes, type);
                assertThat(feed.entries()).hasSizeLessThanOrEqualTo(Feed.MOST_ENTRIES);
                assertThat(feed.pause().from(NOW)).isGreaterThanOrEqualTo(Duration.ZERO);
            } catch (Unreadable e) {
                assertThat(e.pointer()).isNotNull();
            }
        }
    }
}
