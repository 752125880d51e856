package org.upstander.ingest.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.config.FetchConfig;
import org.upstander.outbound.AddressRules;
import org.upstander.outbound.NameService;
import org.upstander.outbound.TargetGuard;

/** Where mail servers may be reached: by the rules of places on the web, but on their own port. */
@ApplicationScoped
public class Reach {

    private static final List<Integer> PORTS = List.of(993);

    private final TargetGuard guard;

    @Inject
    Reach(FetchConfig config, NameService names) {
        this.guard =
                new TargetGuard(
                        names,
                        AddressRules.letting(config.privateTargets().orElse(List.of())),
                        PORTS);
    }

    /**
     * Looks the name up, once.
     *
     * @param tls whether the server proves its name; without, only what the operator lets through
     *     may be reached
     * @return a checked address; empty where none may be reached. Fails when the name cannot be
     *     looked up
     */
    public CompletionStage<Optional<InetAddress>> address(String host, int port, boolean tls) {
        String asOnTheWeb = (tls ? "https://" : "http://") + host + ":" + port;
        return guard.check(asOnTheWeb, 1)
                .map(target -> target.map(checked -> checked.address()))
                .subscribeAsCompletionStage();
    }
}
