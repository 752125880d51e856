package org.upstander.ingest.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.config.SourceKeys;

/** Nobody makes a link that is ours. */
class SignedReportLinksFuzzTest {

    private static final Instant NOW = Instant.parse("2026-03-03T06:33:26Z");

    private final SignedReportLinks links =
            new SignedReportLinks(new SourceKeys(List.of("a-key-for-this-test-only")));

    static Stream<byte[]> seeds() {
        String others =
                new SignedReportLinks(new SourceKeys(List.of("a-key-of-another-installation")))
                        .sign("cm-07", NOW.plusSeconds(60));
        return Fuzzing.texts(others, others.substring(0, others.lastIndexOf('.') + 1), "..");
    }

    @MethodSource("seeds")
    @FuzzTest
    void itIsNobodys(byte[] bytes) {
        assertThat(links.staff(Fuzzing.text(bytes), NOW)).isEmpty();
    }
}
