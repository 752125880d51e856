package org.upstander.outbound;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;

/**
 * Where a request goes, checked: the request is made to {@code address}, whatever the name means a
 * moment later.
 *
 * @param host for the Host header and the certificate; in lower case, IPv6 in brackets
 * @param path with the query, as it was given; a credential
 */
public record Target(InetAddress address, int port, boolean tls, String host, String path) {

    /** A request there, which follows no redirects: they would leave the checked address. */
    public RequestOptions request(HttpMethod method) {
        return new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(host)
                .setPort(port)
                .setSsl(tls)
                .setURI(path)
                .setFollowRedirects(false);
    }
}
