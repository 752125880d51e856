package org.upstander.ingest.poll.jetstream;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.upstander.ingest.reading.Body;
import org.upstander.ingest.reading.Html;

/**
 * Whom a post mentions. A facet says from which byte of the text in UTF-8 to which one stands a
 * mention; one that points elsewhere, or into a character, or into another one, is passed over.
 */
final class Facets {

    private static final String MENTION = "app.bsky.richtext.facet#mention";
    private static final String DID = "did:[a-z]+:[A-Za-z0-9._:%-]{1,256}";
    private static final int MOST = 100;

    private Facets() {}

    /**
     * A mention.
     *
     * @param from the first byte
     * @param to the byte behind it
     */
    record Mention(int from, int to, String did) {}

    /** As text; what no text may hold is replaced. */
    static String plain(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    /**
     * As markup, with a link where somebody is mentioned.
     *
     * @return null where nobody is
     */
    static String linked(byte[] text, Body facets) {
        List<Mention> mentions = mentions(text, facets);
        if (mentions.isEmpty()) {
            return null;
        }
        StringBuilder html = new StringBuilder();
        int at = 0;
        for (Mention mention : mentions) {
            html.append(escaped(text, at, mention.from()))
                    .append("<a href=\"https://bsky.app/profile/")
                    .append(mention.did())
                    .append("\">")
                    .append(escaped(text, mention.from(), mention.to()))
                    .append("</a>");
            at = mention.to();
        }
        return html.append(escaped(text, at, text.length)).toString();
    }

    /** In the order in which they stand. */
    static List<Mention> mentions(byte[] text, Body facets) {
        List<Mention> all = new ArrayList<>();
        for (int i = 0; i < Math.min(facets.size(), MOST); i++) {
            Body index = facets.at(i).at("index");
            String did = mentioned(facets.at(i).at("features"));
            boolean bounded = index.at("byteStart").isNumber() && index.at("byteEnd").isNumber();
            if (did != null && bounded) {
                all.add(new Mention(index.number("byteStart"), index.number("byteEnd"), did));
            }
        }
        all.sort(Comparator.comparingInt(Mention::from));
        List<Mention> sound = new ArrayList<>();
        int free = 0;
        for (Mention mention : all) {
            if (mention.from() >= free && slice(text, mention.from(), mention.to()) != null) {
                sound.add(mention);
                free = mention.to();
            }
        }
        return sound;
    }

    /**
     * @return null where these are no bounds of characters, or nothing stands between them
     */
    static String slice(byte[] text, int from, int to) {
        if (from < 0 || to <= from || to > text.length) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String mentioned(Body features) {
        for (int i = 0; i < features.size(); i++) {
            String did = features.at(i).text("did");
            if (MENTION.equals(features.at(i).text("$type")) && did != null && did.matches(DID)) {
                return did;
            }
        }
        return null;
    }

    private static String escaped(byte[] text, int from, int to) {
        return Html.lines(plain(Arrays.copyOfRange(text, from, to)));
    }
}
