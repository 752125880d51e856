package org.upstander.outbound;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Turns a host name into all its addresses; a port so that tests can lie. */
public interface NameService {

    /** Fails with {@link java.net.UnknownHostException} for a name without addresses. */
    Uni<List<InetAddress>> resolve(String host);
}
