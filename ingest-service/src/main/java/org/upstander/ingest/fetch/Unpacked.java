package org.upstander.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Unpacks an answer, no further than it may be long: few bytes can become many. */
final class Unpacked {

    private Unpacked() {}

    /**
     * @return empty where it is broken, longer than that, or packed in a way that was not asked for
     */
    static Optional<Fetched.Answer> of(Fetched.Answer answer, int maxBytes) {
        String encoding = answer.header("content-encoding");
        if (encoding == null || encoding.isBlank() || "identity".equalsIgnoreCase(encoding)) {
            return Optional.of(answer);
        }
        if (!encoding.strip().toLowerCase(Locale.ROOT).endsWith("gzip")) {
            return Optional.empty();
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            byte[] body = in.readNBytes(maxBytes + 1);
            return body.length > maxBytes
                    ? Optional.empty()
                    : Optional.of(
                            new Fetched.Answer(
                                    answer.status(), answer.headers(), body, answer.movedTo()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
