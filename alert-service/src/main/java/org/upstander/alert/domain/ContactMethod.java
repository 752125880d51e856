package org.upstander.alert.domain;

import java.time.Instant;

/**
 * One address of a contact. Methods are tried in the order in which the contact lists them.
 *
 * @param channel how
 * @param address a mail address, a URL, a number: what the channel takes. May be a credential, so
 *     it is never logged
 * @param verified whether somebody proved that it reaches the contact; others are never used
 * @param disabled why it is used no more, or null
 */
public record ContactMethod(Channel channel, String address, boolean verified, Disabled disabled) {

    /**
     * The other side said that there is nobody at this address any more.
     *
     * @param reason for people
     * @param at when
     */
    public record Disabled(String reason, Instant at) {}

    /** One that nothing speaks against. */
    public ContactMethod(Channel channel, String address, boolean verified) {
        this(channel, address, verified, null);
    }

    /** Whether pages may go there. */
    boolean pages() {
        return verified && disabled == null;
    }
}
