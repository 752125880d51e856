package org.upstander.alert.notify.pagerduty;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a PagerDuty service.
 *
 * @param eu whether its account is in the EU
 * @param key the integration's key, a credential
 */
record RoutingKey(boolean eu, String key) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{32}");
    private static final String EU = "eu:";

    /**
     * @param address the key, or {@code eu:} and the key
     */
    static Optional<RoutingKey> of(String address) {
        boolean eu = address != null && address.startsWith(EU);
        String key = eu ? address.substring(EU.length()) : address;
        return key != null && KEY.matcher(key).matches()
                ? Optional.of(new RoutingKey(eu, key))
                : Optional.empty();
    }
}
