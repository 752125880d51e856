package org.upstander.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.health.SourceSights;
import org.upstander.ingest.application.source.Sources;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.Violation;

/** Where sources are put, shown and rested. */
@ApplicationScoped
class SourceDoor {

    private final Sources sources;
    private final SourceSights sights;

    SourceDoor(Sources sources, SourceSights sights) {
        this.sources = sources;
        this.sights = sights;
    }

    /** All of them: there are tens, not thousands. */
    Future<Answer> list(Context eventLoop) {
        return on(eventLoop, sources.all())
                .map(
                        all ->
                                Answer.json(
                                        200,
                                        new SourceBody.Part(
                                                all.stream().map(this::shown).toList(), null)));
    }

    /**
     * @param id as it stands in the path
     * @return fails with {@link BadRequest}, or as {@link Sources}
     */
    Future<Answer> one(String id, HttpServerRequest request, Context eventLoop) {
        HttpMethod method = request.method();
        if (HttpMethod.PUT.equals(method)) {
            return Bodies.read(request, HttpLimits.SOURCE_BYTES)
                    .compose(body -> on(eventLoop, put(id, body)))
                    .map(put -> put(put, request.path()));
        }
        if (HttpMethod.DELETE.equals(method)) {
            return on(eventLoop, sources.delete(id))
                    .map(gone -> gone ? Answer.nothing() : Problem.notFound(request.path()));
        }
        return on(eventLoop, sources.find(id)).map(found -> shown(found, request.path()));
    }

    Future<Answer> pause(String id, boolean paused, String path, Context eventLoop) {
        return on(eventLoop, sources.pause(id, paused)).map(found -> shown(found, path));
    }

    private CompletionStage<Sources.Put> put(String id, byte[] body) {
        SourceBody.Wanted wanted = JsonBody.read(body, SourceBody.Wanted.class);
        if (wanted.id() != null && !wanted.id().equals(id)) {
            throw BadRequest.invalid(
                    Violation.of(
                            "/id",
                            RejectReason.NOT_ALLOWED,
                            "/id must be that of the path, or be left out."));
        }
        return sources.put(wanted.draft(id));
    }

    private Answer put(Sources.Put put, String path) {
        if (put.admission() instanceof Admission.Accepted<Source> good) {
            Answer answer = Answer.json(put.created() ? 201 : 200, shown(good.item()));
            return put.created() ? answer.with(Map.of(HttpHeaders.LOCATION, path)) : answer;
        }
        return Problem.of(((Admission.Rejected<Source>) put.admission()).violations());
    }

    private Answer shown(Optional<Source> found, String path) {
        return found.map(source -> Answer.json(200, shown(source)))
                .orElseGet(() -> Problem.notFound(path));
    }

    private SourceBody.Shown shown(Source source) {
        return SourceBody.of(source, sights);
    }

    private static <T> Future<T> on(Context eventLoop, CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, eventLoop);
    }
}
