package org.upstander.ingest.fetch;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import org.upstander.ingest.config.FetchConfig;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What asks and listens, where the tests' servers are. */
public final class Listens {

    private Listens() {}

    public static Listen at(Vertx vertx, boolean privateTargets) {
        return new Listen(
                config(privateTargets),
                name -> Uni.createFrom().item(List.of(InetAddress.getLoopbackAddress())),
                vertx,
                Clock.systemUTC());
    }

    public static Fetch fetch(Vertx vertx) {
        return new Fetch(
                config(true),
                name -> Uni.createFrom().item(List.of(InetAddress.getLoopbackAddress())),
                vertx,
                Clock.systemUTC());
    }

    private static FetchConfig config(boolean privateTargets) {
        return new FetchConfig() {
            @Override
            public Optional<List<String>> privateTargets() {
                return privateTargets ? Optional.of(List.of("127.0.0.0/8")) : Optional.empty();
            }

            @Override
            public List<Integer> ports() {
                return List.of(443);
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(10);
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(2);
            }

            @Override
            public int maxBytes() {
                return 5 * 1024 * 1024;
            }

            @Override
            public String userAgent() {
                return "test";
            }
        };
    }
}
