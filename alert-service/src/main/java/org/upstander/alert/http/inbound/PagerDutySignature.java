package org.upstander.alert.http.inbound;

import java.util.Arrays;

/**
 * {@code X-PagerDuty-Signature} of its webhooks v3: one or more {@code v1=} and the hexadecimal
 * HMAC-SHA-256 of the body, separated by commas; one for each secret it has.
 */
record PagerDutySignature(Secrets secrets) {

    private static final String VERSION = "v1=";
    private static final int MOST = 10;

    /**
     * @param header or null
     * @param body as it came
     */
    boolean holds(String header, byte[] body) {
        return header != null
                && Arrays.stream(header.split(",", MOST + 1))
                        .limit(MOST)
                        .map(String::strip)
                        .filter(part -> part.startsWith(VERSION))
                        .flatMap(part -> Secrets.hex(part.substring(VERSION.length())).stream())
                        .anyMatch(mac -> secrets.made(mac, "HmacSHA256", body));
    }
}
