package org.upstander.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.outbound.Addresses.address;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The networks that an operator names. */
class AddressRulesTest {

    private static final String PUBLIC = "93.184.215.14";

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "localhost/8", "fd00::/129", ""})
    void aWrongNetworkIsNamed(String cidr) {
        assertThatThrownBy(() -> AddressRules.letting(List.of(cidr)))
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

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,true",
        "10.9.8.7,true",
        "172.31.0.1,true",
        "192.168.0.9,true",
        "::1,true",
        "fd12::1,true",
        "169.254.169.254,false",
        "fe80::1,false",
        "0.0.0.0,false",
        "224.0.0.1,false"
    })
    void trueLetsPrivateAddressesThroughAndNothingElse(String literal, boolean through) {
        assertThat(rules("true").named(address(literal))).isEqualTo(through);
        assertThat(rules("false").named(address(literal))).isFalse();
    }

    @Test
    void aListLetsThroughWhatItNames() {
        AddressRules rules = rules("10.1.0.0/16, fd00::/8");
        assertThat(rules.named(address("10.1.2.3"))).isTrue();
        assertThat(rules.named(address("fd00::7"))).isTrue();
        assertThat(rules.named(address("10.2.2.3"))).isFalse();
        assertThat(rules.named(address("127.0.0.1"))).isFalse();
    }

    @Test
    void whatIsNeitherAWordNorANetworkIsNamed() {
        assertThatThrownBy(() -> rules("yes")).hasMessageContaining("'yes' is not a network");
    }

    private static AddressRules rules(String given) {
        return AddressRules.letting(List.of(given.split(",")));
    }
}
