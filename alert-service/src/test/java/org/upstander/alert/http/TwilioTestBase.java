package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Twilio, as it is called and calls. */
abstract class TwilioTestBase extends TwoWayTestBase {

    static final String TEXT = "/v1/inbound/twilio/text";

    static String to(String phone) {
        return URLEncoder.encode(phone, StandardCharsets.UTF_8);
    }

    static Map<String, String> text(String phone, String body) {
        return Map.of("MessageSid", UUID.randomUUID().toString(), "From", phone, "Body", body);
    }

    static String field(String phone, String name) {
        Matcher matcher =
                Pattern.compile("(?:^|&)" + name + "=([^&]*)")
                        .matcher(sent(to(phone)).get(0).getBodyAsString());
        assertThat(matcher.find()).isTrue();
        return URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
    }

    /** The path and query that Twilio was given to call back. */
    static String callback(String phone) {
        return field(phone, "StatusCallback").substring(UpstreamsResource.CALLBACKS.length());
    }
}
