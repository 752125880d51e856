package org.upstander.ingest.poll.feed;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a feed says about its hub (W3C WebSub, 4); of several hubs the first.
 *
 * @param hub its address, or null
 * @param self address of the feed as its hub knows it, or null
 */
public record FeedLinks(String hub, String self) {

    static final FeedLinks NONE = new FeedLinks(null, null);

    private static final int LONGEST = 2_048;

    /** A link of a header (RFC 8288): the address, then its parameters. */
    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");

    private static final Pattern REL =
            Pattern.compile(
                    ";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s\";,]+))", Pattern.CASE_INSENSITIVE);

    /**
     * What the header says comes first; what it does not, the feed may.
     *
     * @param header {@code Link}, or null
     * @param address where the feed lies, for addresses that are not whole
     */
    static FeedLinks of(String header, Feed feed, String address) {
        FeedLinks said = header == null ? NONE : ofHeader(header);
        return new FeedLinks(
                whole(said.hub == null ? feed.links().hub : said.hub, address),
                whole(said.self == null ? feed.links().self : said.self, address));
    }

    private static FeedLinks ofHeader(String header) {
        FeedLinks links = NONE;
        Matcher link = LINK.matcher(header);
        while (link.find()) {
            Matcher rel = REL.matcher(link.group(2));
            if (rel.find()) {
                links =
                        links.and(
                                rel.group(1) == null ? rel.group(2) : rel.group(1), link.group(1));
            }
        }
        return links;
    }

    /**
     * And one more.
     *
     * @param rel relations, with blanks between them, or null
     */
    FeedLinks and(String rel, String href) {
        if (rel == null || href == null || href.isBlank()) {
            return this;
        }
        boolean toHub = hub == null && names(rel, "hub");
        boolean toSelf = self == null && names(rel, "self");
        return new FeedLinks(toHub ? href.strip() : hub, toSelf ? href.strip() : self);
    }

    private static boolean names(String rels, String wanted) {
        return Arrays.stream(rels.split("\\s+")).anyMatch(wanted::equalsIgnoreCase);
    }

    private static String whole(String href, String base) {
        try {
            String whole = href == null ? "" : URI.create(base).resolve(href).toString();
            boolean web = whole.startsWith("https://") || whole.startsWith("http://");
            return web && whole.length() <= LONGEST ? whole : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
