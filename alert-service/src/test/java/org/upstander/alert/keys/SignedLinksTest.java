package org.upstander.alert.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.config.KeysConfig;

/** The key of the links is changed, while messages with links are on their way. */
class SignedLinksTest {

    private record Keys(String link, Optional<List<String>> otherLinks) implements KeysConfig {

        @Override
        public String identifier() {
            return "identifier";
        }

        @Override
        public Duration linkLifetime() {
            return Duration.ofDays(7);
        }

        @Override
        public URI publicUrl() {
            return URI.create("https://alerts.example.org/");
        }
    }

    private static SignedLinks links(String key, String... others) {
        return new SignedLinks(
                new Keys(key, others.length == 0 ? Optional.empty() : Optional.of(List.of(others))),
                Clock.systemUTC());
    }

    private static String token(SignedLinks links) {
        return links.acknowledge("in-1", "ct-1").getPath().substring("/a/".length());
    }

    @Test
    void duringAChangeEachInstanceReadsTheLinksOfAllOthers() {
        // Given: one has changed already, one is about to, and a mail is from before
        SignedLinks changed = links("new", "old");
        SignedLinks aboutTo = links("old", "new");
        SignedLinks before = links("old");

        // Then
        for (SignedLinks reader : List.of(changed, aboutTo)) {
            for (SignedLinks writer : List.of(changed, aboutTo, before)) {
                assertThat(reader.open(token(writer)))
                        .hasValueSatisfying(
                                grant -> assertThat(grant.incidentId()).isEqualTo("in-1"));
            }
        }
    }

    @Test
    void afterwardsTheOldKeyOpensNothing() {
        assertThat(links("new").open(token(links("old")))).isEmpty();
        assertThat(links("new", "older").open(token(links("old")))).isEmpty();
    }

    @Test
    void nothingIsSignedWithAnotherKey() {
        assertThat(links("old").open(token(links("new", "old")))).isEmpty();
    }
}
