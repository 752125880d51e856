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
import org.upstander.ingest.mail.Mails;

/** Archives of mail that nobody wrote. */
class MboxFuzzTest {

    private static final Source SOURCE = Mails.source(true);

    static Stream<byte[]> seeds() {
        return Fuzzing.texts(
                "From a@example.org Tue Mar  3 06:33:26 2026\nFrom: a\nMessage-ID: <1@x>\n\n>From b\n\nFrom c@example.org Tue Mar  3 06:33:26 2026\nFrom: c\n\nd\n");
    }

    @MethodSource("seeds")
    @FuzzTest
    void everyItemIsJudged(byte[] bytes) throws IOException {
        try (FilesReader.Items items = new MboxItems(new ByteArrayInputStream(bytes), SOURCE)) {
            List<Handed<Draft.OfPost>> part = items.next(500);
            while (!part.isEmpty()) {
                Fuzzing.assertJudged(part);
                part = items.next(500);
            }
        }
    }
}
