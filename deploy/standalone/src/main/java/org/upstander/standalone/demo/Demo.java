package org.upstander.standalone.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The demo community: set up once, then its posts come in real time. */
public final class Demo implements AutoCloseable {

    /** The contact whom everybody else's escalation ends with. */
    public static final String DUTY = "demo-duty";

    /**
     * @param ingest address of ingest-service
     * @param scoring address of scoring-service
     * @param alert address of alert-service
     * @param token with every scope
     */
    public record Addresses(URI ingest, URI scoring, URI alert, String token) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Addresses[" + ingest + ", " + scoring + ", " + alert + "]";
        }
    }

    private final Thread thread;

    private Demo(Thread thread) {
        this.thread = thread;
    }

    /**
     * Begins in a thread of its own and returns at once.
     *
     * @param place file that remembers how far the feed has come
     * @param say hears about the course of things
     */
    public static Demo play(Addresses addresses, Path place, Consumer<String> say) {
        Thread thread =
                new Thread(new DemoRun(new Api(addresses), new FeedPlace(place), say), "demo");
        thread.setDaemon(true);
        thread.start();
        return new Demo(thread);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
