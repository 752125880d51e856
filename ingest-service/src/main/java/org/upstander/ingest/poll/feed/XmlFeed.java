package org.upstander.ingest.poll.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jdom2.Element;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.reading.Html;

/** RSS and Atom, read by ROME. */
final class XmlFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String THREADING = "http://purl.org/syndication/thread/1.0";

    private XmlFeed() {}

    static Feed read(byte[] body, String contentType) {
        try {
            WireFeed wire =
                    new LimitedInput().build(new StringReader(XmlText.of(body, contentType)));
            SyndFeed feed = new SyndFeedImpl(wire, true);
            List<Feed.Entry> entries = new ArrayList<>();
            for (SyndEntry entry : feed.getEntries()) {
                if (entries.size() < Feed.MOST_ENTRIES) {
                    entries.add(entry(entry, feed));
                }
            }
            return new Feed(blankToNull(feed.getTitle()), pause(wire), links(wire), entries);
        } catch (FeedException | IllegalArgumentException e) {
            throw new Unreadable("", "send RSS, Atom or JSON Feed"); // its message quotes the feed
        }
    }

    private static Feed.Entry entry(SyndEntry entry, SyndFeed feed) {
        Date updated = entry.getUpdatedDate();
        Date published = entry.getPublishedDate();
        String language =
                feed.originalWireFeed() instanceof Channel channel ? channel.getLanguage() : null;
        return new Feed.Entry(
                blankToNull(entry.getUri()),
                blankToNull(entry.getLink()),
                Markup.titled(html(entry.getTitleEx()), said(entry)),
                author(entry, feed),
                instant(published == null ? updated : published),
                instant(updated),
                answers(entry),
                language);
    }

    private static String said(SyndEntry entry) {
        return entry.getContents().stream()
                .map(XmlFeed::html)
                .filter(html -> html != null && !html.isBlank())
                .findFirst()
                .orElseGet(() -> html(entry.getDescription()));
    }

    private static String html(SyndContent content) {
        if (content == null || content.getValue() == null) {
            return null;
        }
        String type = String.valueOf(content.getType()).toLowerCase(Locale.ROOT);
        boolean plain = type.equals("text") || type.equals("text/plain");
        return plain ? Html.lines(content.getValue()) : content.getValue();
    }

    private static String author(SyndEntry entry, SyndFeed feed) {
        String name = blankToNull(entry.getAuthor());
        return name(name == null ? blankToNull(feed.getAuthor()) : name);
    }

    /** RSS writes {@code mail@example.org (Name)}; the address is nobody's business. */
    static String name(String author) {
        if (author == null || author.indexOf('@') < 1) {
            return author;
        }
        int open = author.indexOf('(');
        int close = author.lastIndexOf(')');
        if (open >= 0 && close > open + 1) {
            return author.substring(open + 1, close).strip();
        }
        return author.substring(0, author.indexOf('@')).strip();
    }

    private static String answers(SyndEntry entry) {
        List<Element> foreign =
                entry.getWireEntry() instanceof Entry atom
                        ? atom.getForeignMarkup()
                        : entry.getForeignMarkup();
        return foreign.stream()
                .filter(one -> one.getName().equals("in-reply-to"))
                .filter(one -> THREADING.equals(one.getNamespaceURI()))
                .map(one -> blankToNull(one.getAttributeValue("ref")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static FeedLinks links(WireFeed wire) {
        FeedLinks links = FeedLinks.NONE;
        if (wire instanceof com.rometools.rome.feed.atom.Feed atom) {
            for (Link link : atom.getOtherLinks()) {
                links = links.and(link.getRel(), link.getHref());
            }
            return links;
        }
        for (Element link : wire.getForeignMarkup()) {
            if (link.getName().equals("link") && ATOM.equals(link.getNamespaceURI())) {
                links = links.and(link.getAttributeValue("rel"), link.getAttributeValue("href"));
            }
        }
        return links;
    }

    private static FeedPause pause(WireFeed wire) {
        if (!(wire instanceof Channel channel)) {
            return FeedPause.NONE;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String day : channel.getSkipDays()) {
            for (DayOfWeek known : DayOfWeek.values()) {
                if (known.name().equalsIgnoreCase(day)) {
                    days.add(known);
                }
            }
        }
        return new FeedPause(
                Duration.ofMinutes(Math.max(0, channel.getTtl())),
                new HashSet<>(channel.getSkipHours()),
                days);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
