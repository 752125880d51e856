package org.upstander.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL server of its own processes, from binaries that come as a Maven artifact. */
public final class EmbeddedDatabase implements Database {

    private final Path directory;
    private final int port;
    private EmbeddedPostgres server;

    private EmbeddedDatabase(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /**
     * Starts a server.
     *
     * @param directory its data; used as it is when it holds data already
     * @param port where clients connect, on the loopback address
     */
    public static EmbeddedDatabase start(Path directory, int port) {
        EmbeddedDatabase database = new EmbeddedDatabase(directory, port);
        database.start();
        return database;
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String user() {
        return "postgres";
    }

    @Override
    public String password() {
        return "postgres";
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            Files.createDirectories(directory);
            server =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(directory)
                            .setCleanDataDirectory(false)
                            .setPort(port)
                            .setServerConfig("max_connections", "60")
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
