package org.upstander.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which addresses we may reach: public ones, and what the operator lets through. */
public final class AddressRules {

    // The registries of special-purpose addresses (RFC 6890 and what came after it).
    private static final List<Network> SPECIAL =
            Stream.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/4",
                            "240.0.0.0/4",
                            "2001::/23",
                            "2001:db8::/32",
                            "2002::/16",
                            "3fff::/20")
                    .map(Network::of)
                    .toList();

    // Of IPv6 only this part is handed out; what carries an IPv4 address inside lies outside it,
    // but for 6to4 and Teredo, which are listed above.
    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");

    // What "true" lets through: loopback and private use. Never link-local: there clouds hand out
    // their credentials.
    private static final List<String> PRIVATE =
            List.of(
                    "127.0.0.0/8",
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "100.64.0.0/10",
                    "::1/128",
                    "fc00::/7");

    private final List<Network> allowed;

    private AddressRules(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /**
     * What the operator lets through besides public addresses.
     *
     * @param given networks (CIDR); or {@code true} for loopback and private use, {@code false} for
     *     nothing
     * @throws IllegalArgumentException naming what is none of them
     */
    public static AddressRules letting(List<String> given) {
        List<String> networks = new ArrayList<>();
        for (String one : given) {
            switch (one.strip().toLowerCase(Locale.ROOT)) {
                case "true" -> networks.addAll(PRIVATE);
                case "false" -> {}
                default -> networks.add(one);
            }
        }
        return new AddressRules(networks.stream().map(Network::of).toList());
    }

    /** Whether the operator named any network. */
    public boolean anyNamed() {
        return !allowed.isEmpty();
    }

    /** Whether the operator named it: then http, any port and an address as host are fine too. */
    boolean named(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address));
    }

    static boolean isPublic(InetAddress address) {
        return (!(address instanceof Inet6Address) || GLOBAL_UNICAST.contains(address))
                && SPECIAL.stream().noneMatch(network -> network.contains(address));
    }
}
