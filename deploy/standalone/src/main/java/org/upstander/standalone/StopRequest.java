package org.upstander.standalone;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import sun.misc.Signal;

/**
 * The wish to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the process that started the
 * launcher. Signals are taken by handlers rather than shutdown hooks, because hooks run side by
 * side and PostgreSQL's own would stop it under the feet of the services.
 */
final class StopRequest {

    private final CompletableFuture<String> wish = new CompletableFuture<>();

    private StopRequest() {}

    /**
     * Listens from now on.
     *
     * @param withParent whether the parent's end counts
     */
    static StopRequest listen(boolean withParent) {
        StopRequest request = new StopRequest();
        for (String name : List.of("INT", "TERM", "HUP")) {
            request.on(name);
        }
        if (withParent) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(
                            parent ->
                                    parent.onExit()
                                            .thenRun(() -> request.because("its starter ended")));
        }
        return request;
    }

    /** Completes with the reason. */
    CompletableFuture<String> wish() {
        return wish;
    }

    private void on(String name) {
        try {
            Signal.handle(new Signal(name), signal -> because("SIG" + signal.getName()));
        } catch (IllegalArgumentException e) {
            // Not every system has every signal; the JVM's own handling stays.
            return;
        }
    }

    private void because(String reason) {
        wish.complete(reason);
    }
}
