package org.upstander.alert.persistence;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is done once the transaction of the current context is committed, and only then. */
final class AfterCommit {

    private static final String KEY = AfterCommit.class.getName();

    private final Context context;
    private final Set<Runnable> actions = new LinkedHashSet<>();

    private AfterCommit(Context context) {
        this.context = context;
    }

    /** Begins for the current context, which is the transaction's own. */
    static AfterCommit open() {
        Context context = Vertx.currentContext();
        AfterCommit after = new AfterCommit(context);
        context.putLocal(KEY, after);
        return after;
    }

    /** Whether the current context is in a transaction. */
    static boolean isOpen() {
        return current() != null;
    }

    /** Adds an action; the same one is done once. Outside of a transaction it is done now. */
    static void add(Runnable action) {
        AfterCommit after = current();
        if (after == null) {
            action.run();
        } else {
            after.actions.add(action);
        }
    }

    void committed() {
        context.removeLocal(KEY);
        List<Runnable> todo = new ArrayList<>(actions);
        todo.forEach(Runnable::run);
    }

    void rolledBack() {
        context.removeLocal(KEY);
    }

    private static AfterCommit current() {
        Context context = Vertx.currentContext();
        return context == null || !VertxContext.isDuplicatedContext(context)
                ? null
                : context.getLocal(KEY);
    }
}
