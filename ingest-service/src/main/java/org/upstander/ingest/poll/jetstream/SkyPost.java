package org.upstander.ingest.poll.jetstream;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.PostDraft;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.reading.Body;

/**
 * A post of Bluesky. Its author writes the record by themselves: what is odd in it is left out, so
 * that nobody can have what they wrote refused by it.
 */
final class SkyPost {

    private static final int LONGEST_URI = 512;
    private static final Pattern URI = Pattern.compile("at://([^/]{1,256})/[^/]+/[^/]+");
    private static final Pattern LANGUAGE =
            Pattern.compile("(?=.{2,35}$)[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    private SkyPost() {}

    /**
     * @param handle of its author, or null where nobody said
     * @throws Unreadable where it is none
     */
    static Draft.OfPost read(JetstreamEvent event, String handle, Source source) {
        Body commit = event.commit();
        String rkey = commit.needed("rkey");
        String did = event.did();
        PostDraft post =
                source.post("at://" + did + "/" + JetstreamUrl.POSTS + "/" + rkey)
                        .by(author(did, handle))
                        .at("https://bsky.app/profile/" + did + "/post/" + rkey);
        return switch (commit.needed("operation")) {
            case "create" -> said(post, event).draft();
            case "update" -> said(post, event).edited(time(event)).draft();
            case "delete" -> post.deleted(true).draft();
            default -> throw new Unreadable("/commit/operation", "is not known");
        };
    }

    /**
     * That a post was passed on.
     *
     * @param handle of who did, or null where nobody said
     * @return empty where no post is named
     */
    static Optional<Draft.OfSignal> repost(JetstreamEvent event, String handle, Source source) {
        Body record = event.commit().at("record");
        return Optional.ofNullable(uri(record.at("subject").text("uri")))
                .filter(uri -> uri.contains("/" + JetstreamUrl.POSTS + "/"))
                .map(
                        uri ->
                                source.amplification(
                                        uri,
                                        author(event.did(), handle),
                                        written(record.text("createdAt"), event)));
    }

    private static Author author(String did, String handle) {
        return new Author(did, handle == null ? did : handle, null);
    }

    private static PostDraft said(PostDraft post, JetstreamEvent event) {
        Body record = event.commit().at("record");
        if (!record.exists()) {
            throw new Unreadable("/commit/record", "is missing");
        }
        byte[] text = bytes(record.text("text"));
        String parent = uri(record.at("reply").at("parent").text("uri"));
        String root = uri(record.at("reply").at("root").text("uri"));
        return post.text(Facets.plain(text))
                .html(Facets.linked(text, record.at("facets")))
                .in(root == null ? post.externalId() : root, null)
                .answering(parent, parent == null ? null : author(parent))
                .written(written(record.text("createdAt"), event))
                .language(language(record.texts("langs")));
    }

    private static byte[] bytes(String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    private static String uri(String given) {
        return given != null
                        && given.length() <= LONGEST_URI
                        && given.indexOf('\0') < 0
                        && URI.matcher(given).matches()
                ? given
                : null;
    }

    /** Whoever is answered stands in the address. */
    private static Author author(String uri) {
        Matcher found = URI.matcher(uri);
        return found.matches() ? new Author(found.group(1), found.group(1), null) : null;
    }

    private static String written(String given, JetstreamEvent event) {
        try {
            return Optional.ofNullable(given)
                    .map(OffsetDateTime::parse)
                    .map(at -> given)
                    .orElseGet(() -> time(event));
        } catch (DateTimeException e) {
            return time(event);
        }
    }

    private static String time(JetstreamEvent event) {
        try {
            return Instant.EPOCH.plus(event.at(), ChronoUnit.MICROS).toString();
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** The first that is one. */
    private static String language(List<String> langs) {
        return langs.stream()
                .filter(tag -> LANGUAGE.matcher(tag).matches())
                .findFirst()
                .orElse(null);
    }
}
