package org.upstander.ingest.poll.imap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.upstander.ingest.domain.Source;

/**
 * Where mail is read.
 *
 * @param folder as its server names it
 */
record Mailbox(String host, int port, boolean tls, String folder, String user) {

    private static final int TLS_PORT = 993;
    private static final int PORT = 143;

    static Optional<Mailbox> of(Source source) {
        try {
            URI url = new URI(source.url());
            boolean tls = "imaps".equals(url.getScheme());
            String path = url.getPath();
            boolean named = path != null && path.length() > 1;
            return url.getHost() == null
                    ? Optional.empty()
                    : Optional.of(
                            new Mailbox(
                                    url.getHost(),
                                    url.getPort() < 0 ? (tls ? TLS_PORT : PORT) : url.getPort(),
                                    tls,
                                    named ? path.substring(1) : "INBOX",
                                    source.settings().user()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Without the name of its user. */
    @Override
    public String toString() {
        return "Mailbox[" + host + "]";
    }
}
