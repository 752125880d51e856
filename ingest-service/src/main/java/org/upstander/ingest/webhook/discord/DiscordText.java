package org.upstander.ingest.webhook.discord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.upstander.ingest.reading.Body;

/** A message as people see it: {@code <@id>} is a name to them. */
final class DiscordText {

    private static final Pattern MENTION = Pattern.compile("<@!?([0-9]{1,20})>");

    private DiscordText() {}

    /**
     * What a program writes: mostly its embeds. Those of a person are what a link leads to, and are
     * another's words.
     */
    static String ofProgram(Body message) {
        List<String> parts = new ArrayList<>();
        parts.add(plain(message));
        Body embeds = message.at("embeds");
        for (int i = 0; i < embeds.size(); i++) {
            parts.add(embeds.at(i).text("title"));
            parts.add(embeds.at(i).text("description"));
        }
        return parts.stream()
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    static String plain(Body message) {
        String content = message.text("content");
        if (content == null) {
            return null;
        }
        Map<String, String> names = new HashMap<>();
        Body mentions = message.at("mentions");
        for (int i = 0; i < mentions.size(); i++) {
            names.put(mentions.at(i).needed("id"), mentions.at(i).text("username"));
        }
        return MENTION.matcher(content)
                .replaceAll(
                        mention -> {
                            String name = names.get(mention.group(1));
                            return Matcher.quoteReplacement(
                                    "@" + (name == null ? mention.group(1) : name));
                        });
    }
}
