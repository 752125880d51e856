package org.upstander.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseReaderTest {

    private static final String FOUR =
            "HTTP/1.1 202 Accepted\r\nContent-Type: a/b\r\ncontent-length: 5\r\n\r\nhello"
                    + "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"
                    + "HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "5\r\nhello\r\n3;x=y\r\n202\r\n0\r\nTrailer: t\r\n\r\n"
                    + "HTTP/1.1 400 Bad\r\ncontent-length: 2\r\n\r\n{}";

    @Test
    void responsesEndWhereTheyEndHoweverTheyAreCut() {
        byte[] bytes = FOUR.getBytes(StandardCharsets.US_ASCII);
        for (int piece = 1; piece <= bytes.length; piece++) {
            assertThat(statuses(bytes, piece))
                    .as("pieces of %d bytes", piece)
                    .containsExactly(202, 503, 202, 400);
        }
    }

    private static List<Integer> statuses(byte[] bytes, int piece) {
        ResponseReader reader = new ResponseReader();
        List<Integer> statuses = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += piece) {
            ByteBuffer in = ByteBuffer.wrap(bytes, from, Math.min(piece, bytes.length - from));
            while (reader.read(in)) {
                statuses.add(reader.status());
            }
        }
        return statuses;
    }
}
