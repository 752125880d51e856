package org.upstander.alert.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.stats.Pseudonyms;
import org.upstander.alert.config.KeysConfig;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.IdentifierKind;

class KeyedPseudonymsTest {

    private static final String HEATH = new Author("8", "heath", "Heath").key("forum");

    @Test
    void anAuthorHasOneNameInAnInstallationAndAnotherInEach() {
        Pseudonyms here = new KeyedPseudonyms(keys("one-identifier-key"));

        assertThat(here.author(HEATH))
                .matches("au-[0-9a-f]{16}")
                .isEqualTo(new KeyedPseudonyms(keys("one-identifier-key")).author(HEATH))
                .isNotEqualTo(new KeyedPseudonyms(keys("another-identifier-key")).author(HEATH))
                .isNotEqualTo(here.author(new Author("9", null, null).key("forum")))
                .isNotEqualTo(here.author(new Author("8", null, null).key("chat")));
    }

    @Test
    void noHashOfAnIdentifierIsAPseudonym() {
        KeyedIdentifierHasher identifiers = new KeyedIdentifierHasher(keys("one-identifier-key"));
        String pseudonym =
                new KeyedPseudonyms(keys("one-identifier-key")).author(HEATH).substring(3);

        for (IdentifierKind kind : IdentifierKind.values()) {
            assertThat(identifiers.hash(kind, HEATH)).doesNotStartWith(pseudonym);
        }
    }

    private static KeysConfig keys(String identifier) {
        return new KeysConfig() {
            @Override
            public String identifier() {
                return identifier;
            }

            @Override
            public String link() {
                return "a-link-key";
            }

            @Override
            public Optional<List<String>> otherLinks() {
                return Optional.empty();
            }

            @Override
            public Duration linkLifetime() {
                return Duration.ofDays(7);
            }

            @Override
            public URI publicUrl() {
                return URI.create("https://alerts.example.org");
            }
        };
    }
}
