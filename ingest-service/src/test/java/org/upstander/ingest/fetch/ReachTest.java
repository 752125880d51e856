package org.upstander.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.config.FetchConfig;
import org.upstander.outbound.NameService;

/** Which mail servers may be reached. */
class ReachTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void aPublicServerOnItsPortIsLookedUpOnce() {
        assertThat(address("mail.example.org", 993, true, "8.8.8.8", null))
                .hasValueSatisfying(at -> assertThat(at.getHostAddress()).isEqualTo("8.8.8.8"));
        assertThat(asked).containsExactly("mail.example.org");
    }

    @Test
    void anotherPortOrNoTlsOrAnAddressInsideIsNotReached() {
        assertThat(address("mail.example.org", 25, true, "8.8.8.8", null)).isEmpty();
        assertThat(address("mail.example.org", 443, true, "8.8.8.8", null)).isEmpty();
        assertThat(address("mail.example.org", 143, false, "8.8.8.8", null)).isEmpty();
        assertThat(address("mail.example.org", 993, true, "10.0.0.7", null)).isEmpty();
        assertThat(address("mail.example.org", 993, true, "169.254.169.254", "true")).isEmpty();
    }

    @Test
    void whatTheOperatorNamesIsReached() {
        assertThat(address("mail.example.org", 1143, false, "10.0.0.7", "10.0.0.0/24")).isPresent();
        assertThat(address("mail.example.org", 1143, false, "10.0.1.7", "10.0.0.0/24")).isEmpty();
    }

    private Optional<InetAddress> address(
            String host, int port, boolean tls, String means, String allowed) {
        NameService names =
                name -> {
                    asked.add(name);
                    return Uni.createFrom().item(() -> List.of(literal(means)));
                };
        List<Optional<InetAddress>> answers = new ArrayList<>();
        new Reach(config(allowed), names).address(host, port, tls).thenAccept(answers::add);
        return answers.get(0);
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static FetchConfig config(String allowed) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(
                        new PropertiesConfigSource(
                                allowed == null
                                        ? Map.of()
                                        : Map.of("upstander.fetch.private-targets", allowed),
                                "test",
                                100))
                .withMapping(FetchConfig.class)
                .build()
                .getConfigMapping(FetchConfig.class);
    }
}
