package org.upstander.alert.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.config.DatabaseConfig;

/**
 * Each transaction gets a Vert.x context of its own. Panache keeps the session in the context, and
 * workers that were woken on the same one would share a session that only one may use at a time.
 */
@ApplicationScoped
class PanacheTransactions implements Transactions {

    private final Vertx vertx;
    private final TimeLimit limit;

    PanacheTransactions(Vertx vertx, DatabaseConfig config) {
        this.vertx = vertx;
        this.limit = new TimeLimit(vertx, config.transactionLimit());
    }

    @Override
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> AfterCommit.isOpen() ? work.get() : onOwnContext(work));
    }

    private <T> Uni<T> onOwnContext(Supplier<Uni<T>> work) {
        Context caller = Vertx.currentContext();
        return Uni.createFrom()
                .emitter(
                        emitter -> {
                            Context own = VertxContext.createNewDuplicatedContext(eventLoop());
                            VertxContextSafetyToggle.setContextSafe(own, true);
                            own.runOnContext(ready -> transaction(work, caller, emitter));
                        });
    }

    private Context eventLoop() {
        Context current = Vertx.currentContext();
        return current != null && current.isEventLoopContext()
                ? VertxContext.getRootContext(current)
                : ((VertxInternal) vertx).createEventLoopContext();
    }

    private <T> void transaction(
            Supplier<Uni<T>> work, Context caller, UniEmitter<? super T> emitter) {
        AfterCommit after = AfterCommit.open();
        limit.on(Panache.withTransaction(work))
                .subscribe()
                .with(
                        item -> {
                            after.committed();
                            backOn(caller, () -> emitter.complete(item));
                        },
                        failure -> {
                            after.rolledBack();
                            backOn(caller, () -> emitter.fail(DatabaseFailures.classify(failure)));
                        });
    }

    private static void backOn(Context caller, Runnable step) {
        if (caller == null) {
            step.run();
        } else {
            caller.runOnContext(ready -> step.run());
        }
    }
}
