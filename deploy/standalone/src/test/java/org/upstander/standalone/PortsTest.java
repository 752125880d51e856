package org.upstander.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void theLayoutIsThePublishedOne() {
        assertThat(Ports.from(8081)).isEqualTo(new Ports(8081, 8082, 8083, 8084, 8092, 8093, 8094));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65523, 70000})
    void aBaseThatLeavesNoRoomIsRefused(int base) {
        assertThatThrownBy(() -> Ports.from(base))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 65522");
    }

    @Test
    void freePortsDiffer() {
        Ports p = Ports.free();

        assertThat(
                        Set.of(
                                p.ingest(),
                                p.scoring(),
                                p.alert(),
                                p.mailbox(),
                                p.kafka(),
                                p.postgres(),
                                p.smtp()))
                .hasSize(7);
        assertThat(p.firstTaken()).isEmpty();
    }

    @Test
    void aTakenPortIsNamedWithWhoNeedsIt() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ports free = Ports.free();
            Ports ports =
                    new Ports(
                            free.ingest(),
                            free.scoring(),
                            free.alert(),
                            free.mailbox(),
                            other.getLocalPort(),
                            free.postgres(),
                            free.smtp());

            assertThat(ports.firstTaken()).contains(new Ports.Taken("Kafka", other.getLocalPort()));
        }
    }
}
