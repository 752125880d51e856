package org.upstander.ingest.application.backfill;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.upstander.ingest.domain.Backfill;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Source;

/** Files with posts. Reading blocks. */
public interface PostFiles {

    /**
     * Opens the files of a source.
     *
     * @param from where to go on
     * @throws IOException where they cannot be read
     */
    Reader open(Source source, Backfill.Position from) throws IOException;

    /** Reads on. */
    interface Reader extends Closeable {

        /**
         * @param most items at a time
         * @return no items at the end
         */
        Part next(int most) throws IOException;
    }

    /**
     * Some items of one file.
     *
     * @param after where to go on when they are stored
     */
    record Part(List<Handed<Draft.OfPost>> items, Backfill.Position after) {

        public Part {
            items = List.copyOf(items);
        }
    }
}
