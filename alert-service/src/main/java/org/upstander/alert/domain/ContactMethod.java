package org.upstander.alert.domain;

/**
 * One address of a contact. Methods are tried in the order in which the contact lists them.
 *
 * @param channel how
 * @param address a mail address, a URL, a number: what the channel takes. May be a credential, so
 *     it is never logged
 * @param verified whether somebody proved that it reaches the contact; others are never used
 */
public record ContactMethod(Channel channel, String address, boolean verified) {}
