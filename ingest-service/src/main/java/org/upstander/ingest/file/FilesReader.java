package org.upstander.ingest.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.upstander.ingest.application.backfill.PostFiles;
import org.upstander.ingest.domain.Backfill;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Source;

/** Reads the posts of files, one after the other; no part spans two. */
final class FilesReader implements PostFiles.Reader {

    private static final String CSV = ".csv";
    private static final String MBOX = ".mbox";
    private static final List<String> ENDINGS = List.of(CSV, MBOX, ".ndjson", ".jsonl");

    private final List<Path> files;
    private final Source source;
    private int at;
    private long done;
    private Items items;

    FilesReader(List<Path> files, Source source, Backfill.Position from) throws IOException {
        this.files = files;
        this.source = source;
        while (at < files.size() && name(at).compareTo(from.file()) < 0) {
            at++;
        }
        if (at < files.size() && name(at).equals(from.file())) {
            open();
            try {
                skip(from.items());
            } catch (IOException e) {
                close();
                throw e;
            }
        }
    }

    /** Whether files of this name are read; others of a directory are passed over. */
    static boolean isRead(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    @Override
    public PostFiles.Part next(int most) throws IOException {
        while (at < files.size()) {
            if (items == null) {
                open();
            }
            List<Handed<Draft.OfPost>> part = items.next(most);
            if (!part.isEmpty()) {
                done += part.size();
                return new PostFiles.Part(part, new Backfill.Position(name(at), done));
            }
            close();
            at++;
        }
        return new PostFiles.Part(List.of(), Backfill.Position.START);
    }

    @Override
    public void close() throws IOException {
        if (items != null) {
            items.close();
            items = null;
        }
    }

    private void open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(files.get(at)));
        done = 0;
        items = items(name(at).toLowerCase(Locale.ROOT), in);
    }

    private Items items(String name, InputStream in) {
        if (name.endsWith(CSV)) {
            return new CsvItems(in, source);
        }
        return name.endsWith(MBOX) ? new MboxItems(in, source) : new LineItems(in, source);
    }

    private void skip(long count) throws IOException {
        while (done < count) {
            int read = items.next((int) Math.min(500, count - done)).size();
            if (read == 0) {
                return; // the file is shorter than it was
            }
            done += read;
        }
    }

    private String name(int index) {
        return files.get(index).getFileName().toString();
    }

    /** The items of one file. */
    interface Items extends AutoCloseable {

        /**
         * @return none at the end
         */
        List<Handed<Draft.OfPost>> next(int most) throws IOException;

        @Override
        void close() throws IOException;
    }
}
