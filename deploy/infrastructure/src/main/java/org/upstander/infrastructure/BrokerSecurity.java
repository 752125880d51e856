package org.upstander.infrastructure;

import java.util.List;
import java.util.Map;

/**
 * How an embedded broker's clients must come: encrypted, logged in. The default is neither.
 *
 * @param protocol {@code PLAINTEXT}, {@code SASL_SSL} and so on
 * @param settings of the broker: key store, mechanisms
 * @param scramUsers made when the data are new, {@code SCRAM-SHA-512=[name=…,password=…]}
 * @param client settings with which the declared topics are made
 */
public record BrokerSecurity(
        String protocol,
        Map<String, String> settings,
        List<String> scramUsers,
        Map<String, Object> client) {

    /** Whoever reaches the loopback address is let in. */
    public static final BrokerSecurity NONE =
            new BrokerSecurity("PLAINTEXT", Map.of(), List.of(), Map.of());

    public BrokerSecurity {
        settings = Map.copyOf(settings);
        scramUsers = List.copyOf(scramUsers);
        client = Map.copyOf(client);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "BrokerSecurity[" + protocol + "]";
    }
}
