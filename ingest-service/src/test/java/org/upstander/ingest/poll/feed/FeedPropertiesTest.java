package org.upstander.ingest.poll.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.upstander.ingest.application.delivery.Unreadable;

/** Whatever a server sends, it is a feed or it is not, and nothing else happens. */
class FeedPropertiesTest {

    static final List<String> FEEDS =
            List.of(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE rss [<!ENTITY a \"b\">]><rss version=\"2.0\""
                            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>t</title><link>l</link>"
                            + "<description>d</description><ttl>5</ttl><item><title>a &amp; b</title><guid>1</guid>"
                            + "<dc:creator>heath</dc:creator><pubDate>Tue, 03 Mar 2026 06:33:26 GMT</pubDate></item>"
                            + "</channel></rss>",
                    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:thr=\"http://purl.org/syndication/thread/1.0\">"
                            + "<title>t</title><entry><id>1</id><title type=\"html\">&lt;b&gt;</title><thr:in-reply-to"
                            + " ref=\"0\"/><updated>2026-03-03T06:33:26Z</updated><content type=\"xhtml\"><div"
                            + " xmlns=\"http://www.w3.org/1999/xhtml\">x</div></content></entry></feed>",
                    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"t\",\"items\":[{\"id\":\"1\","
                            + "\"content_text\":\"x\",\"authors\":[{\"name\":\"heath\"}],\"tags\":[1,null,{}]}]}");

    @Property(tries = 2_000)
    void brokenFeedsAreFeedsOrUnreadable(@ForAll("broken") byte[] bytes) {
        try {
            Feed feed = FeedDocument.read(bytes, null);
            assertThat(feed.entries()).hasSizeLessThanOrEqualTo(Feed.MOST_ENTRIES);
        } catch (Unreadable e) {
            assertThat(e.getMessage()).doesNotContain("heath");
        }
    }

    @Property(tries = 500)
    void pausesEndWhereItMayBeAskedAndAreNoLongerThanAWeek(
            @ForAll("pauses") FeedPause pause, @ForAll("times") Instant now) {
        Duration wait = pause.from(now);
        ZonedDateTime next = now.plus(wait).atZone(ZoneOffset.UTC);
        boolean never = pause.hours().size() == 24 || pause.days().size() == 7;
        assertThat(wait).isBetween(pause.least(), pause.least().plusDays(8));
        assertThat(
                        never
                                || !pause.hours().contains(next.getHour())
                                        && !pause.days().contains(next.getDayOfWeek()))
                .isTrue();
    }

    /** A feed of which some bytes are others, and of which an end is missing. */
    @Provide
    Arbitrary<byte[]> broken() {
        Arbitrary<Integer> place = Arbitraries.integers().between(0, 10_000);
        Arbitrary<Byte> other =
                Arbitraries.oneOf(
                        Arbitraries.bytes(),
                        Arbitraries.of((byte) '<', (byte) '>', (byte) '&', (byte) 0, (byte) '"'));
        return Combinators.combine(
                        Arbitraries.of(FEEDS),
                        place.list().ofMaxSize(6),
                        other.list().ofSize(6),
                        place)
                .as(FeedPropertiesTest::broken);
    }

    private static byte[] broken(String feed, List<Integer> places, List<Byte> others, int end) {
        byte[] bytes = feed.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < places.size(); i++) {
            bytes[places.get(i) % bytes.length] = others.get(i);
        }
        return end % 3 == 0 ? Arrays.copyOf(bytes, end % bytes.length) : bytes;
    }

    @Provide
    Arbitrary<FeedPause> pauses() {
        Arbitrary<Set<Integer>> hours = Arbitraries.integers().between(0, 23).set();
        Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set();
        return Combinators.combine(Arbitraries.integers().between(0, 3_000), hours, days)
                .as(
                        (minutes, some, others) ->
                                new FeedPause(Duration.ofMinutes(minutes), some, others));
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(1_700_000_000L, 2_000_000_000L)
                .map(Instant::ofEpochSecond);
    }
}
