package org.upstander.ingest.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Holds the results of a request until its end, when the status is known: in memory at first, in a
 * file when they grow. The file is unlinked as soon as it is open, so a crash leaves none behind.
 */
final class Spool {

    static final int MEMORY_BYTES = 256 * 1024;
    private static final int READ_BYTES = 64 * 1024;

    private final Vertx vertx;
    private final Path directory;
    private Buffer memory = Buffer.buffer();
    private AsyncFile file;

    /**
     * @param directory for the file
     */
    Spool(Vertx vertx, Path directory) {
        this.vertx = vertx;
        this.directory = directory;
    }

    /** Adds a part behind the others; the next may come when this is done. */
    Future<Void> add(byte[] part) {
        memory.appendBytes(part);
        return memory.length() < MEMORY_BYTES ? Future.succeededFuture() : toFile();
    }

    /** What was added, to be sent. */
    Future<Answer> content() {
        if (file == null) {
            return Future.succeededFuture(Answer.results(memory));
        }
        return toFile().compose(written -> file.flush())
                .map(flushed -> Answer.results(file.setReadPos(0).setReadBufferSize(READ_BYTES)));
    }

    /** Gives up what was added. */
    void discard() {
        if (file != null) {
            file.close();
        }
    }

    private Future<Void> toFile() {
        Buffer part = memory;
        memory = Buffer.buffer();
        return open().compose(open -> open.write(part));
    }

    private Future<AsyncFile> open() {
        if (file != null) {
            return Future.succeededFuture(file);
        }
        OpenOptions options =
                new OpenOptions()
                        .setRead(true)
                        .setWrite(true)
                        .setCreateNew(true)
                        .setDeleteOnClose(true)
                        .setPerms("rw-------");
        String name = directory.resolve("upstander-results-" + UUID.randomUUID()).toString();
        return vertx.fileSystem().open(name, options).onSuccess(opened -> file = opened);
    }
}
