package org.upstander.ingest.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.source.NoSourceKey;
import org.upstander.ingest.config.SourceKeys;

class HashedReportCodesTest {

    private final HashedReportCodes codes = codes("the key of tests");

    @Test
    void noCodeComesTwiceAndAllAreOfThatForm() {
        assertThat(Stream.generate(codes::make).limit(1_000).collect(Collectors.toSet()))
                .hasSize(1_000)
                .allMatch(code -> code.matches("[a-z2-7]{26}"));
    }

    @Test
    void aHashIsOfTheCodeAndTheKey() {
        List<String> known = codes.hashes("a");
        assertThat(known).hasSize(1).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(codes.hashes("b")).doesNotContainAnyElementsOf(known);
        assertThat(codes("another key").hashes("a")).doesNotContainAnyElementsOf(known);
        assertThat(codes("another key", "the key of tests").hashes("a"))
                .hasSize(2)
                .endsWith(known.get(0));
    }

    @Test
    void withoutAKeyThereAreNone() {
        assertThatThrownBy(() -> codes().hashes("a")).isInstanceOf(NoSourceKey.class);
    }

    private static HashedReportCodes codes(String... keys) {
        return new HashedReportCodes(new SourceKeys(List.of(keys)));
    }
}
