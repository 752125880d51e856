package org.upstander.ingest.file;

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

/** Lines that are no posts. */
class LineItemsFuzzTest {

    private static final Source SOURCE = Deliveries.PRIVATE;

    static Stream<byte[]> seeds() {
        return Fuzzing.texts(
                "{\"externalId\":\"1\",\"author\":{\"handle\":\"heath\"},\"text\":\"a\",\"createdAt\":1772519606.5}\n\n{\"externalId\":2,\"html\":\"<b>a\",\"deleted\":0,\"thread\":{\"id\":3}}\n");
    }

    @MethodSource("seeds")
    @FuzzTest
    void everyItemIsJudged(byte[] bytes) throws IOException {
        try (FilesReader.Items items = new LineItems(new ByteArrayInputStream(bytes), SOURCE)) {
            List<Handed<Draft.OfPost>> part = items.next(500);
            while (!part.isEmpty()) {
                Fuzzing.assertJudged(part);
                part = items.next(500);
            }
        }
    }
}
