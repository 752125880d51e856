package org.upstander.ingest.webhook.discord;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstander.ingest.reading.Body;

/** A message as people see it: {@code <@id>} is a name to them. */
final class DiscordText {

    private static final Pattern MENTION = Pattern.compile("<@!?([0-9]{1,20})>");

    private DiscordText() {}

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
