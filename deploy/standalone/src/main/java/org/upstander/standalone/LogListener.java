package org.upstander.standalone;

/** Hears each line that a process writes, from the thread that reads it. */
@FunctionalInterface
public interface LogListener {

    /** Hears nothing. */
    LogListener NONE = (name, line) -> {};

    /**
     * @param name of the process, {@code ingest}
     * @param line without its end
     */
    void line(String name, String line);
}
