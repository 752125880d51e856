package org.upstander.ingest.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.upstander.ingest.application.LogUnavailable;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;

/**
 * From a request to its answer, for posts and for signals alike.
 *
 * @param <D> what is handed in
 * @param <T> what is stored
 */
final class Door<D extends Draft, T> {

    private final ItemReader<D> reader;
    private final BiFunction<List<Handed<D>>, String, Uni<List<Admission<T>>>> accept;
    private final Supplier<Results<T>> results;

    /**
     * @param accept the use case: items and trace context to admissions
     * @param results a new writer of results
     */
    Door(
            ItemReader<D> reader,
            BiFunction<List<Handed<D>>, String, Uni<List<Admission<T>>>> accept,
            Supplier<Results<T>> results) {
        this.reader = reader;
        this.accept = accept;
        this.results = results;
    }

    /** One object or an array. */
    Uni<Response> whole(HttpServerRequest request) {
        String traceParent = TraceParent.of(request);
        Uni<Response> answer =
                Bodies.read(request)
                        .chain(
                                body ->
                                        body.length <= HttpLimits.INLINE_BYTES
                                                ? take(body, traceParent)
                                                : elsewhere(() -> take(body, traceParent)));
        return orProblem(answer, request);
    }

    /**
     * One item a line, without end.
     *
     * @param spoolDirectory where many results wait
     */
    Uni<Response> lines(HttpServerRequest request, Vertx vertx, Path spoolDirectory) {
        String traceParent = TraceParent.of(request);
        Context eventLoop = vertx.getOrCreateContext();
        Results<T> written = results.get();
        Spool spool = new Spool(vertx, spoolDirectory);
        LineStream stream =
                new LineStream(
                        request,
                        eventLoop,
                        lines ->
                                elsewhere(() -> accept.apply(reader.readAll(lines), traceParent))
                                        .map(written::part)
                                        .emitOn(task -> eventLoop.runOnContext(now -> task.run()))
                                        .chain(spool::add));
        Uni<Response> answer =
                stream.run()
                        .chain(() -> spool.add(written.end()))
                        .chain(spool::content)
                        .map(Door::accepted)
                        .onFailure()
                        .invoke(spool::discard);
        return orProblem(answer, request);
    }

    private Uni<Response> take(byte[] body, String traceParent) {
        JsonItems items = JsonItems.of(body);
        return accept.apply(reader.readAll(items.slices()), traceParent)
                .map(admissions -> answer(items.single(), admissions));
    }

    private Response answer(boolean single, List<Admission<T>> admissions) {
        if (single && admissions.get(0) instanceof Admission.Rejected<T> rejected) {
            return Problem.of(rejected.violations());
        }
        Results<T> written = results.get();
        byte[] part = written.part(admissions);
        byte[] end = written.end();
        byte[] whole = Arrays.copyOf(part, part.length + end.length);
        System.arraycopy(end, 0, whole, part.length, end.length);
        return accepted(whole);
    }

    private static Response accepted(Object entity) {
        return Response.accepted(entity).type(MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** Work that takes milliseconds, and would keep an event loop from its other connections. */
    private static <X> Uni<X> elsewhere(Supplier<Uni<X>> work) {
        return Uni.createFrom()
                .<X>deferred(work::get)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Uni<Response> orProblem(Uni<Response> answer, HttpServerRequest request) {
        return answer.onFailure(BadRequest.class)
                .recoverWithItem(failure -> refuse((BadRequest) failure, request))
                .onFailure(LogUnavailable.class)
                .recoverWithItem(failure -> unavailable(request));
    }

    /** Answers a request that is not read, or not read further. */
    static Response refuse(BadRequest why, HttpServerRequest request) {
        Bodies.drain(request);
        return Problem.of(why);
    }

    private static Response unavailable(HttpServerRequest request) {
        Bodies.drain(request);
        return Problem.unavailable();
    }
}
