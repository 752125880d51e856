package org.upstander.alert.notify.ntfy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
                    "(https?://[^?#]*/)([A-Za-z0-9_-]{1,64})(?:\\?token=([A-Za-z0-9_.-]{1,200}))?");

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
}
