package org.upstander.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.webhook.Deliveries;

/** Tables that are none. */
class CsvFuzzTest {

    private static final Source SOURCE = Deliveries.PRIVATE;

    static Stream<byte[]> seeds() {
        return Fuzzing.texts(
                "externalId,author.handle,text,createdAt,deleted\n1,heath,\"Well, \"\"judged\"\"\n.\",2026-03-03T06:33:26Z,\n2,mila,,,true\n");
    }

    @MethodSource("seeds")
    @FuzzTest
    void everyItemIsJudged(byte[] bytes) {
        try (FilesReader.Items items = new CsvItems(new ByteArrayInputStream(bytes), SOURCE)) {
            List<Handed<Draft.OfPost>> part = items.next(500);
            while (!part.isEmpty()) {
                Fuzzing.assertJudged(part);
                part = items.next(500);
            }
        } catch (IOException e) {
            assertThat(e).hasMessage(null); // it would quote the file
        }
    }
}
