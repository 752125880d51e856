package org.upstander.ingest.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.reading.Mapping;

/** One JSON object a line; blank lines are passed over. */
final class LineItems implements FilesReader.Items {

    private static final int LINE_BYTES = 1024 * 1024;

    /** All of a part is in memory, and goes to Kafka at once. */
    private static final int PART_BYTES = 4 * 1024 * 1024;

    private final InputStream in;
    private final MappedItem item;
    private final byte[] read = new byte[64 * 1024];
    private int at;
    private int end;

    /** The line so far, where it began in what was read before. */
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream(1024);

    LineItems(InputStream in, Source source) {
        this.in = in;
        this.item = new MappedItem(source, Mapping.OUR_OWN);
    }

    @Override
    public List<Handed<Draft.OfPost>> next(int most) throws IOException {
        List<Handed<Draft.OfPost>> items = new ArrayList<>();
        int bytes = 0;
        while (items.size() < most && bytes < PART_BYTES) {
            byte[] line = readLine();
            if (line == null) {
                return items;
            }
            bytes += line.length;
            if (line.length > LINE_BYTES) {
                items.add(MappedItem.wrong("", "is longer than 1 MiB: shorten it."));
            } else if (!isBlank(line)) {
                items.add(item.of(line));
            }
        }
        return items;
    }

    /** The line, of a longer one the limit and a byte more; null at the end. */
    private byte[] readLine() throws IOException {
        begun.reset();
        boolean ends = false;
        while (!ends) {
            if (at == end && !fill()) {
                return begun.size() == 0 ? null : begun.toByteArray();
            }
            int from = at;
            while (at < end && read[at] != '\n') {
                at++;
            }
            ends = at < end;
            if (ends && begun.size() == 0) {
                return Arrays.copyOfRange(read, from, at++);
            }
            begun.write(read, from, Math.min(at - from, LINE_BYTES + 1 - begun.size()));
            at += ends ? 1 : 0;
        }
        return begun.toByteArray();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(read));
        return end > 0;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b > ' ' || b < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
