package org.upstander.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Needs;
import org.upstander.ingest.domain.SourceRules;

/** Bodies that put a source. */
class SourceBodyFuzzTest {

    private static final SourceRules RULES =
            new SourceRules(
                    Map.of(
                            "json",
                            Needs.OF_CALLERS,
                            "file",
                            Needs.NOTHING,
                            "rss",
                            Needs.AN_ADDRESS,
                            "imap",
                            Needs.A_MAILBOX));
    private static final String SEED =
            "{\"type\":\"json\",\"displayName\":\"Forum\",\"platform\":\"forum\",\"url\":\"https://example.org\",\"secrets\":[\"a secret of tests\"],\"pollSeconds\":60,\"expectedRhythm\":\"PT1H\",\"settings\":{\"privateConsented\":true,\"mapping\":{\"externalId\":\"/id\",\"text\":\"/a~1b\"},\"signatureHeader\":\"X-A\",\"path\":\"a/b\",\"user\":\"u\"}}";

    static Stream<byte[]> seeds() {
        return Fuzzing.texts(SEED);
    }

    @MethodSource("seeds")
    @FuzzTest
    void itIsASourceOrRefused(byte[] bytes) {
        try {
            SourceBody.Wanted wanted = JsonBody.read(bytes, SourceBody.Wanted.class);
            if (RULES.admit(wanted.draft("main"), Optional.empty())
                    instanceof Admission.Rejected<?> rejected) {
                assertThat(rejected.violations()).isNotEmpty();
            }
        } catch (BadRequest e) {
            assertThat(e.status()).isEqualTo(400);
        }
    }
}
