package org.upstander.ingest.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.reading.Mapping;

/** One JSON object a line; blank lines are passed over. */
final class LineItems implements FilesReader.Items {

    private static final int LINE_BYTES = 1024 * 1024;

    private final InputStream in;
    private final MappedItem item;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);

    LineItems(InputStream in, Source source) {
        this.in = in;
        this.item = new MappedItem(source, Mapping.OUR_OWN);
    }

    @Override
    public List<Handed<Draft.OfPost>> next(int most) throws IOException {
        List<Handed<Draft.OfPost>> items = new ArrayList<>();
        while (items.size() < most) {
            line.reset();
            int length = readLine();
            if (length < 0) {
                return items;
            }
            if (length > LINE_BYTES) {
                items.add(MappedItem.wrong("", "is longer than 1 MiB: shorten it."));
            } else if (!isBlank(line.toByteArray())) {
                items.add(item.of(line.toByteArray()));
            }
        }
        return items;
    }

    /** Bytes of the line, of which at most the limit are kept; below 0 at the end. */
    private int readLine() throws IOException {
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return length == 0 ? -1 : length;
            }
            if (length <= LINE_BYTES) {
                line.write(b);
                length++;
            }
        }
        return length;
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
