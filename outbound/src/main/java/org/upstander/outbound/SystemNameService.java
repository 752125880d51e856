package org.upstander.outbound;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;

/**
 * The resolver of the JDK, for it alone follows the system's own settings. It blocks, so it has
 * threads of its own: a dead name server must not use up those that others need.
 */
@ApplicationScoped
class SystemNameService implements NameService {

    private static final int THREADS = 16;

    private final WorkerExecutor workers;

    SystemNameService(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("host-names", THREADS);
    }

    @Override
    public Uni<List<InetAddress>> resolve(String host) {
        return Uni.createFrom()
                .completionStage(
                        () ->
                                workers.executeBlocking(
                                                () -> List.of(InetAddress.getAllByName(host)),
                                                false)
                                        .toCompletionStage());
    }

    @PreDestroy
    void close() {
        workers.close();
    }
}
