package org.upstander.alert.notify.opsgenie;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of an Opsgenie or Jira Service Management integration.
 *
 * @param home where the account is
 * @param key the integration's API key, a credential
 */
record GenieKey(Home home, String key) {

    private static final Pattern ADDRESS = Pattern.compile("(?:(eu|jsm):)?([A-Za-z0-9-]{16,128})");

    /** Where an account is. */
    enum Home {
        OPSGENIE,
        OPSGENIE_EU,
        JIRA
    }

    /**
     * @param address the key; {@code eu:} and the key, or {@code jsm:} and the key
     */
    static Optional<GenieKey> of(String address) {
        Matcher matcher = ADDRESS.matcher(address == null ? "" : address);
        return matcher.matches()
                ? Optional.of(new GenieKey(home(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    private static Home home(String prefix) {
        if (prefix == null) {
            return Home.OPSGENIE;
        }
        return prefix.equals("eu") ? Home.OPSGENIE_EU : Home.JIRA;
    }
}
