package org.upstander.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/forum",
                "https://example.org/forum/",
                "https://example.org/forum//?page=2#latest"
            })
    void aPathIsWithinThePlace(String base) {
        assertThat(Address.under(base, "posts.json").with("before", "7").url())
                .isEqualTo("https://example.org/forum/posts.json?before=7");
    }

    @Test
    void parametersAreAddedToThoseThatAreThere() {
        assertThat(
                        Address.of("https://example.org/list?sort=new#top")
                                .with("after", "a&b =c")
                                .with("left", null)
                                .url())
                .isEqualTo("https://example.org/list?sort=new&after=a%26b+%3Dc");
    }
}
