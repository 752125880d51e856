package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/**
 * A statement with named parameters, as the driver takes it: each occurrence is a parameter of its
 * own, whose type PostgreSQL finds where it stands.
 *
 * @param text with {@code $1} and so on
 * @param names of the parameters, in order
 */
record Statement(String text, List<String> names) {

    private static final Map<String, Statement> READ = new ConcurrentHashMap<>();

    private static final String FLUSH = Statement.class.getName() + ".flush";

    /** Texts in quotes and comments are passed over, and so are casts. */
    private static final Pattern PARAMETER =
            Pattern.compile("'[^']*'|--[^\n]*|::|:([A-Za-z_][A-Za-z0-9_]*)");

    Statement {
        names = List.copyOf(names);
    }

    /** Statements are constants, so each is read once. */
    static Statement of(String sql) {
        return READ.computeIfAbsent(sql, Statement::read);
    }

    private static Statement read(String sql) {
        List<String> names = new ArrayList<>();
        Matcher found = PARAMETER.matcher(sql);
        StringBuilder text = new StringBuilder();
        while (found.find()) {
            String name = found.group(1);
            if (name != null) {
                names.add(name);
            }
            found.appendReplacement(
                    text,
                    Matcher.quoteReplacement(name == null ? found.group() : "$" + names.size()));
        }
        return new Statement(found.appendTail(text).toString(), names);
    }

    /**
     * Runs it on the connection of the session, past Hibernate, which would look at every row; what
     * the session has yet to write is written before.
     */
    <T> Uni<T> on(Mutiny.Session session, Map<String, Object> parameters, Work<T> work) {
        Object[] values = names.stream().map(parameters::get).toArray();
        return flushed(session)
                .chain(
                        () ->
                                Uni.createFrom()
                                        .completionStage(
                                                () ->
                                                        work.begin(
                                                                ((MutinySessionImpl) session)
                                                                        .getReactiveConnection(),
                                                                text,
                                                                values)));
    }

    /** Statements that run at once wait for the same flush: a session takes one at a time. */
    private static Uni<Void> flushed(Mutiny.Session session) {
        Context context = Vertx.currentContext();
        Uni<Void> running = context.getLocal(FLUSH);
        if (running != null) {
            return running;
        }
        Uni<Void> flush = session.flush().memoize().indefinitely();
        context.putLocal(FLUSH, flush);
        return flush.onTermination().invoke(() -> context.removeLocal(FLUSH));
    }

    /** What is done with it. */
    @FunctionalInterface
    interface Work<T> {

        CompletionStage<T> begin(ReactiveConnection connection, String text, Object[] values);
    }
}
