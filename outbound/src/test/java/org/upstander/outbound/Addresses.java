package org.upstander.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses as they are written. */
final class Addresses {

    private Addresses() {}

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
