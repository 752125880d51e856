package org.upstander.faults;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.upstander.infrastructure.Database;
import org.upstander.infrastructure.EmbeddedDatabase;
import org.upstander.infrastructure.FreePorts;

/**
 * A hot standby of a PostgreSQL server: a base backup that follows the write-ahead log and can take
 * the server's place. Replication is synchronous for sessions that begin later: what the server
 * said is committed, the standby has. Backup and standby as in PostgreSQL's manual, chapters 25.3.4
 * and 26.2.
 */
final class Standby implements AutoCloseable {

    private static final Set<String> NOT_COPIED =
            Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final Database primary;
    private final EmbeddedDatabase copy;

    private Standby(Database primary, EmbeddedDatabase copy) {
        this.primary = primary;
        this.copy = copy;
    }

    /** Copies a running server into a new directory and follows it. */
    static Standby of(Database primary, Path directory) throws Exception {
        try (Connection connection = connect(primary);
                Statement statement = connection.createStatement()) {
            Path data = Path.of(text(statement, "show data_directory"));
            statement.execute("select pg_backup_start('standby', true)");
            copy(data, directory);
            Files.writeString(
                    directory.resolve("backup_label"),
                    text(statement, "select labelfile from pg_backup_stop(false)"));
            Files.createFile(directory.resolve("standby.signal"));
            Files.writeString(
                    directory.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=%s port=%d user=%s'\n"
                            .formatted(primary.host(), primary.port(), primary.user()),
                    StandardOpenOption.APPEND);
            EmbeddedDatabase copy = EmbeddedDatabase.start(directory, FreePorts.one());
            // Over what the server was started with, for every session from now on.
            statement.execute(
                    "alter role %s set synchronous_commit = on".formatted(primary.user()));
            statement.execute("alter system set synchronous_standby_names = '*'");
            statement.execute("select pg_reload_conf()");
            Standby standby = new Standby(primary, copy);
            Rig.soon()
                    .until(
                            () ->
                                    text(statement, "select sync_state from pg_stat_replication")
                                            .equals("sync"));
            return standby;
        }
    }

    /** What it is once it has taken the server's place. */
    Database database() {
        return copy;
    }

    /** The server is gone from one moment to the next, as when its machine loses power. */
    void crashPrimary() throws Exception {
        long postmaster;
        try (Connection connection = connect(primary);
                Statement statement = connection.createStatement()) {
            Path data = Path.of(text(statement, "show data_directory"));
            postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        }
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        server.destroyForcibly();
        Rig.soon().until(() -> !server.isAlive());
    }

    void promote() throws SQLException {
        try (Connection connection = connect(copy);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_promote()");
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(database.host(), database.port(), database.name()),
                database.user(),
                database.password());
    }

    /** The server goes on writing meanwhile: what vanishes is not missed, the log has it. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is)
                            throws IOException {
                        // PostgreSQL starts on no data that others may read.
                        Files.createDirectories(
                                to.resolve(from.relativize(folder)),
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rwx------")));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes is)
                            throws IOException {
                        if (!NOT_COPIED.contains(file.getFileName().toString())) {
                            copyIfThere(file, to.resolve(from.relativize(file)));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) {
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void copyIfThere(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to);
        } catch (NoSuchFileException vanished) {
            // The log has what became of it.
        }
    }

    @Override
    public void close() {
        copy.close();
    }
}
