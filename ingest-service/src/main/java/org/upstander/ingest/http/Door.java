package org.upstander.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;

/**
 * From a request to its answer, for posts and for signals alike. Everything happens on the event
 * loop of the request, but for large bodies.
 *
 * @param <D> what is handed in
 * @param <T> what is stored
 */
final class Door<D extends Draft, T> {

    private final ItemReader<D> reader;
    private final BiFunction<List<Handed<D>>, String, CompletionStage<List<Admission<T>>>> accept;
    private final Supplier<Results<T>> results;
    private final Supplier<Spool> spools;

    /**
     * @param accept the use case: items and trace context to admissions
     * @param results a new writer of results
     * @param spools a new store of results for items that come by line; throws {@link BadRequest}
     *     where they may not
     */
    Door(
            ItemReader<D> reader,
            BiFunction<List<Handed<D>>, String, CompletionStage<List<Admission<T>>>> accept,
            Supplier<Results<T>> results,
            Supplier<Spool> spools) {
        this.reader = reader;
        this.accept = accept;
        this.results = results;
        this.spools = spools;
    }

    /**
     * Takes what a request brings.
     *
     * @param eventLoop of the request
     * @return what to answer, on the event loop; fails with {@link BadRequest}, or as the use case
     */
    Future<Answer> take(HttpServerRequest request, Context eventLoop) {
        try {
            return switch (Format.of(request)) {
                case JSON -> whole(request, eventLoop);
                case NDJSON -> lines(request, eventLoop, spools.get());
            };
        } catch (BadRequest e) {
            return Future.failedFuture(e);
        }
    }

    /** One object or an array. */
    private Future<Answer> whole(HttpServerRequest request, Context eventLoop) {
        String traceParent = TraceParent.of(request);
        return Bodies.read(request)
                .compose(
                        body ->
                                Work.where(
                                        body.length,
                                        eventLoop,
                                        () -> items(body, traceParent, eventLoop)));
    }

    /** One item a line, without end. */
    private Future<Answer> lines(HttpServerRequest request, Context eventLoop, Spool spool) {
        String traceParent = TraceParent.of(request);
        Results<T> written = results.get();
        LineStream stream =
                new LineStream(
                        request,
                        eventLoop,
                        lines ->
                                Work.where(
                                                bytes(lines),
                                                eventLoop,
                                                () -> accepted(lines, traceParent, eventLoop))
                                        .compose(taken -> spool.add(written.part(taken))));
        return stream.run()
                .compose(read -> spool.add(written.end()))
                .compose(all -> spool.content())
                .onFailure(failure -> spool.discard());
    }

    private Future<Answer> items(byte[] body, String traceParent, Context eventLoop) {
        JsonItems items = JsonItems.of(body);
        return accepted(items.slices(), traceParent, eventLoop)
                .map(admissions -> answer(items.single(), admissions));
    }

    private Future<List<Admission<T>>> accepted(
            List<Slice> items, String traceParent, Context eventLoop) {
        return Future.fromCompletionStage(
                accept.apply(reader.readAll(items), traceParent), eventLoop);
    }

    private Answer answer(boolean single, List<Admission<T>> admissions) {
        if (single && admissions.get(0) instanceof Admission.Rejected<T> rejected) {
            return Problem.of(rejected.violations());
        }
        Results<T> written = results.get();
        return Answer.results(Buffer.buffer(written.part(admissions)).appendBytes(written.end()));
    }

    private static long bytes(List<Slice> lines) {
        long bytes = 0;
        for (Slice line : lines) {
            bytes += line.length();
        }
        return bytes;
    }
}
