package org.upstander.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;

/** Forms of personal links. */
class FormFuzzTest {

    static Stream<byte[]> seeds() {
        return Fuzzing.texts(
                "kind=friend-request&handle=%40heath&account=a+b&at=2026-03-03T06%3A33%3A26Z&note=%C3%A4&note=b");
    }

    @MethodSource("seeds")
    @FuzzTest
    void itIsAFormOrRefused(byte[] bytes) {
        try {
            assertThat(ReportDoor.fields(bytes).values()).noneMatch(String::isBlank);
        } catch (BadRequest e) {
            assertThat(e.status()).isEqualTo(400);
        }
    }
}
