package org.upstander.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.outbound.Addresses.address;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a webhook may be sent to. */
class TargetGuardTest {

    private static final String PUBLIC = "93.184.215.14";

    /** Answers with the part of the name before the first dot, {@code _} for {@code .} and such. */
    private static final NameService LYING =
            host ->
                    Uni.createFrom()
                            .item(
                                    () ->
                                            host.equals("hooks.example.org")
                                                    ? List.of(address(PUBLIC))
                                                    : List.of(address(inside(host))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                // plain addresses inside
                "https://127.0.0.1/",
                "https://127.1.2.3/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://255.255.255.255/",
                "https://224.0.0.1/",
                "https://198.18.0.1/",
                "https://192.0.0.1/",
                // the same, spelled otherwise
                "https://127.1/",
                "https://127.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.0.0.01/",
                "https://127.0.0.1./",
                "https://127.0.0.256/",
                "https://127.0.0.1.",
                "https://0/",
                "https://00000000000000.1/",
                "https://\uFF11\uFF12\uFF17.0.0.1/",
                "https://127\u30020\u30020\u30021/",
                "https://\u2460\u2461\u2466.0.0.1/",
                "https://%31%32%37.0.0.1/",
                "https://1.1.1.1&@127.0.0.1/",
                "https://127.0.0.1%00.example.org/",
                // IPv6, and IPv4 inside it
                "https://[::1]/",
                "https://[::]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:0:7f00:1::]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fc00::1]/",
                "https://[fd12::1]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://[2001:db8::1]/",
                // a public address, but as an address
                "https://93.184.215.14/",
                "https://[2606:4700::1111]/",
                // names that point inside
                "https://at-127-0-0-1.example.net/",
                "https://at-10-0-0-1.example.net/",
                "https://at-169-254-169-254.example.net/",
                "https://AT-127-0-0-1.EXAMPLE.NET/",
                "https://at-127-0-0-1.example.net./",
                "https://at-0-0-0-0.example.net/",
                "https://at-192-168-0-1.example.net:8443/",
                // schemes, users, ports
                "http://hooks.example.org/",
                "ftp://hooks.example.org/",
                "file:///etc/passwd",
                "gopher://hooks.example.org/",
                "//hooks.example.org/",
                "hooks.example.org",
                "https:hooks.example.org",
                "https:///x",
                "https://",
                "",
                "https://user@hooks.example.org/",
                "https://user:pw@hooks.example.org/",
                "https://hooks.example.org@127.0.0.1/",
                "https://hooks.example.org:22/",
                "https://hooks.example.org:80/",
                "https://hooks.example.org:0/",
                "https://hooks.example.org:65536/",
                "https://hooks.example.org:-1/",
                // what parsers quarrel about
                "https://hooks.example.org\\@127.0.0.1/",
                "https://127.0.0.1\\.example.org/",
                "https://hooks.example.org\t/",
                "https://hooks.example.org\r\nHost: x/",
                " https://hooks.example.org/",
                "https://hooks_.example.org/",
                "https://-hooks.example.org/",
                "https://hooks..example.org/",
                "https://h\u00F6oks.example.org/",
                "https://hooks.example.org\u200B/",
                "javascript:alert(1)",
                "data:text/plain,x",
                "jar:https://hooks.example.org!/"
            })
    void refuses(String url) {
        assertThat(check(guard(LYING), url)).isEmpty();
    }

    @Test
    void aPublicNameIsReachedAtTheAddressThatWasChecked() {
        assertThat(check(guard(LYING), "https://Hooks.Example.org./a/b?k=v%20w#part"))
                .contains(
                        new Target(
                                address(PUBLIC), 443, true, "hooks.example.org", "/a/b?k=v%20w"));
    }

    @Test
    void oneBadAddressAmongGoodOnesIsEnough() {
        NameService mixed =
                host -> Uni.createFrom().item(List.of(address(PUBLIC), address("10.0.0.1")));
        assertThat(check(guard(mixed), "https://hooks.example.org/")).isEmpty();
    }

    @Test
    void aNameWithoutAddressesIsRefused() {
        assertThat(check(guard(host -> Uni.createFrom().item(List.of())), "https://a.example/"))
                .isEmpty();
    }

    @Test
    void aNameThatChangesItsMindIsAskedOnceOnly() {
        // Given
        AtomicInteger asked = new AtomicInteger();
        NameService rebinding =
                host ->
                        Uni.createFrom()
                                .item(
                                        () ->
                                                asked.getAndIncrement() % 2 == 0
                                                        ? List.of(address(PUBLIC))
                                                        : List.of(address("127.0.0.1")));
        TargetGuard guard = guard(rebinding);
        // When
        Optional<Target> first = check(guard, "https://hooks.example.org/");
        Optional<Target> second = check(guard, "https://hooks.example.org/");
        // Then
        assertThat(first.orElseThrow().address()).isEqualTo(address(PUBLIC));
        assertThat(second).isEmpty();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aRetryTakesTheNextAddress() {
        NameService two =
                host -> Uni.createFrom().item(List.of(address(PUBLIC), address("93.184.215.15")));
        TargetGuard guard = guard(two);
        assertThat(
                        List.of(1, 2, 3).stream()
                                .map(
                                        attempt ->
                                                guard.check("https://hooks.example.org/", attempt)
                                                        .await()
                                                        .atMost(Duration.ofSeconds(5))
                                                        .orElseThrow()
                                                        .address()
                                                        .getHostAddress()))
                .containsExactly(PUBLIC, "93.184.215.15", PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9000/hook", "http://at-127-0-0-1.example.net/",
                "https://at-127-0-0-1.example.net:22/", "http://[fd12::1]/"
            })
    void whatTheOperatorNamedIsReachedByHttpToo(String url) {
        assertThat(check(guard(LYING, "127.0.0.0/8", "fd00::/8"), url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://at-10-0-0-1.example.net/",
                "http://hooks.example.org/",
                "http://128.0.0.1/",
                "http://[fe80::1]/"
            })
    void butNothingBesideIt(String url) {
        assertThat(check(guard(LYING, "127.0.0.0/8", "fd00::/8"), url)).isEmpty();
    }

    @Test
    void aMappedAddressIsTheIpv4AddressItIs() {
        assertThat(check(guard(LYING, "127.0.0.0/8"), "http://[::ffff:127.0.0.1]/")).isPresent();
    }

    private static TargetGuard guard(NameService names, String... allowed) {
        return new TargetGuard(
                names, AddressRules.letting(Arrays.asList(allowed)), List.of(443, 8443));
    }

    private static Optional<Target> check(TargetGuard guard, String url) {
        return guard.check(url, 1).await().atMost(Duration.ofSeconds(5));
    }

    private static String inside(String host) {
        return host.split("\\.")[0].replace("at-", "").replace('-', '.');
    }
}
