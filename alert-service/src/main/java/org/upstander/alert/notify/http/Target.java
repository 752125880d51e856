package org.upstander.alert.notify.http;

import java.net.InetAddress;

/**
 * Where a request goes, checked: the request is made to {@code address}, whatever the name means a
 * moment later.
 *
 * @param host for the Host header and the certificate; in lower case, IPv6 in brackets
 * @param path with the query, as it was given; a credential
 */
record Target(InetAddress address, int port, boolean tls, String host, String path) {}
