package org.upstander.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL server of its own processes, from binaries that come as a Maven artifact. */
public final class EmbeddedDatabase implements Database {

    private final Path directory;
    private final int port;
    private final Map<String, String> settings;
    private EmbeddedPostgres server;

    private EmbeddedDatabase(Path directory, int port, Map<String, String> settings) {
        this.directory = directory;
        this.port = port;
        this.settings = Map.copyOf(settings);
    }

    /**
     * Starts a server.
     *
     * @param directory its data; used as it is when it holds data already
     * @param port where clients connect, on the loopback address
     */
    public static EmbeddedDatabase start(Path directory, int port) {
        return start(directory, port, Map.of());
    }

    /**
     * The same with settings of one's own, as in {@code postgresql.conf}. The superuser must still
     * get in without a password.
     */
    public static EmbeddedDatabase start(Path directory, int port, Map<String, String> settings) {
        EmbeddedDatabase database = new EmbeddedDatabase(directory, port, settings);
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
            EmbeddedPostgres.Builder builder =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(directory)
                            .setCleanDataDirectory(false)
                            .setPort(port)
                            .setServerConfig("max_connections", "60");
            settings.forEach(builder::setServerConfig);
            server = builder.start();
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
