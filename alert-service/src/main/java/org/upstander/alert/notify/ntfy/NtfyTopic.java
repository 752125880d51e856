package org.upstander.alert.notify.ntfy;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstander.alert.notify.http.UrlShape;

/**
 * An address of ntfy, taken apart.
 *
 * @param base where messages are published
 * @param topic the name; on a public server as good as a password
 * @param token the access token, if the address holds one
 */
record NtfyTopic(String base, String topic, Optional<String> token) {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(https?://[^/?#]+/(?:[^?#]*/)?)([A-Za-z0-9_-]{1,64})(?:\\?token=([A-Za-z0-9_.-]{1,200}))?");

    private static final Pattern PUBLIC = Pattern.compile("(.*\\.)?ntfy\\.sh");

    /** Empty for what is no address of a topic. */
    static Optional<NtfyTopic> of(String address) {
        Matcher parts = ADDRESS.matcher(address);
        return parts.matches()
                ? Optional.of(
                        new NtfyTopic(
                                parts.group(1),
                                parts.group(2),
                                Optional.ofNullable(parts.group(3))))
                : Optional.empty();
    }

    /** A topic of the public server that anybody may read is nothing to rely on. */
    static Optional<String> problem(URI url) {
        Optional<NtfyTopic> topic = of(url.toString());
        return UrlShape.unless(
                        topic.isPresent(),
                        "must be the URL of a topic, https://{your server}/{topic}, or with an access token https://{server}/{topic}?token=tk_…")
                .or(
                        () ->
                                UrlShape.unless(
                                        topic.flatMap(NtfyTopic::token).isPresent()
                                                || !PUBLIC.matcher(UrlShape.host(url)).matches(),
                                        "is a topic that anybody may read; reserve it on ntfy.sh and add an access token, https://ntfy.sh/{topic}?token=tk_…, or use a server of your own"));
    }
}
