package org.upstander.alert.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.alert.notify.webhook.Addresses.address;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The networks that an operator names. */
class AddressRulesTest {

    private static final String PUBLIC = "93.184.215.14";

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "localhost/8", "fd00::/129", ""})
    void aWrongNetworkIsNamed(String cidr) {
        assertThatThrownBy(() -> new AddressRules(List.of(cidr)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10.0.0.0/8");
    }

    @Test
    void networksEndWhereTheySay() {
        Network network = Network.of("172.16.0.0/12");
        assertThat(network.contains(address("172.31.255.255"))).isTrue();
        assertThat(network.contains(address("172.32.0.0"))).isFalse();
        assertThat(network.contains(address("172.15.255.255"))).isFalse();
        assertThat(Network.of("0.0.0.0/0").contains(address(PUBLIC))).isTrue();
        assertThat(Network.of("10.1.2.3").contains(address("10.1.2.4"))).isFalse();
    }
}
