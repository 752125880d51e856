package org.upstander.infrastructure;

/** One PostgreSQL server with an empty database, that can be stopped and started again. */
public interface Database extends AutoCloseable {

    String host();

    int port();

    /** Name of the database. */
    String name();

    String user();

    String password();

    /** Stops the server at once, as a crash would. Does nothing when stopped. */
    void stop();

    /** Starts a stopped server on the same address and data. Does nothing when running. */
    void start();

    @Override
    void close();
}
