package org.upstander.ingest.file;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.upstander.ingest.application.backfill.PostFiles;

/** Reads the next part, on a thread of its own, while the one before is taken. */
final class ReadAhead implements PostFiles.Reader {

    private static final int PATIENCE_SECONDS = 10;

    private final PostFiles.Reader files;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread reader = new Thread(task, "backfill-files");
                        reader.setDaemon(true);
                        return reader;
                    });
    private Future<PostFiles.Part> next;

    ReadAhead(PostFiles.Reader files) {
        this.files = files;
    }

    @Override
    public PostFiles.Part next(int most) throws IOException {
        Future<PostFiles.Part> ready = next == null ? begun(most) : next;
        PostFiles.Part part = read(ready);
        next = begun(most);
        return part;
    }

    private Future<PostFiles.Part> begun(int most) {
        return thread.submit(() -> files.next(most));
    }

    private static PostFiles.Part read(Future<PostFiles.Part> ready) throws IOException {
        try {
            return ready.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(); // the service ends: the files are as good as before
        }
    }

    @Override
    public void close() throws IOException {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("still being read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        files.close();
    }
}
