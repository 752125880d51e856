package org.upstander.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of addresses, as CIDR writes it. */
record Network(byte[] base, int bits) {

    // Only what is an address for certain: a name here would ask a name server.
    private static final Pattern LITERAL =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /**
     * @param cidr {@code 10.0.0.0/8}, {@code fd00::/8}; without a length, one address
     */
    static Network of(String cidr) {
        String[] parts = cidr.trim().split("/", 2);
        if (!LITERAL.matcher(parts[0]).matches()) {
            throw notANetwork(cidr);
        }
        try {
            byte[] base = InetAddress.getByName(parts[0]).getAddress();
            int bits = parts.length == 1 ? base.length * 8 : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > base.length * 8) {
                throw notANetwork(cidr);
            }
            return new Network(base, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw notANetwork(cidr);
        }
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != base.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            int mask = 0xFF << Math.max(0, 8 - (bits - bit)) & 0xFF;
            if ((base[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static IllegalArgumentException notANetwork(String cidr) {
        return new IllegalArgumentException(
                "'%s' is not a network: write it like 10.0.0.0/8 or fd00::/8".formatted(cidr));
    }
}
