package org.upstander.ingest.fetch;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.upstander.ingest.config.FetchConfig;
import org.upstander.outbound.NameService;

/** What asks and listens, where the tests' servers are. */
public final class Listens {

    private static final NameService NAMES =
            name -> Uni.createFrom().item(List.of(InetAddress.getLoopbackAddress()));

    private Listens() {}

    public static Listen at(Vertx vertx, boolean privateTargets) {
        return new Listen(config(privateTargets), NAMES, vertx, Clock.systemUTC());
    }

    public static Fetch fetch(Vertx vertx) {
        return new Fetch(config(true), NAMES, vertx, Clock.systemUTC());
    }

    private static FetchConfig config(boolean privateTargets) {
        Map<String, String> values =
                privateTargets
                        ? Map.of("upstander.fetch.private-targets", "127.0.0.0/8")
                        : Map.of();
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withMapping(FetchConfig.class)
                .build()
                .getConfigMapping(FetchConfig.class);
    }
}
