package org.upstander.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Violation;

/** Reads an item and checks how its violation is put. */
final class Limits {

    static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private Limits() {}

    static <T> List<Violation> rejections(Admission<T> admission) {
        return ((Admission.Rejected<T>) admission).violations();
    }

    static <D extends Draft> Handed<D> read(ItemReader<D> reader, byte[] json) {
        return reader.readAll(List.of(new Slice(json, 0, json.length))).get(0);
    }

    static void check(
            List<Violation> violations,
            String pointer,
            Long limit,
            RejectReason reason,
            String fix) {
        Violation first = violations.get(0);
        assertThat(first.pointer()).isEqualTo(pointer);
        assertThat(first.limit()).isEqualTo(limit);
        assertThat(first.reason()).isEqualTo(reason);
        assertThat(first.detail()).contains(fix).hasSizeLessThan(300);
        if (limit != null) {
            assertThat(first.detail()).contains(limit.toString());
        }
        if (!pointer.isEmpty()) {
            assertThat(first.detail()).startsWith(pointer);
        }
    }

    static String string(int length) {
        return "\"" + "x".repeat(length) + "\"";
    }

    static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
