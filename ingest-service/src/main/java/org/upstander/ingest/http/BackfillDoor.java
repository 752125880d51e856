package org.upstander.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.upstander.ingest.application.backfill.Backfills;
import org.upstander.ingest.domain.Backfill;

/** Where back-fills are begun and watched. */
@ApplicationScoped
class BackfillDoor {

    private static final String EVENTS = "text/event-stream";
    private static final long BETWEEN_MILLIS = 500;

    private final Backfills backfills;

    BackfillDoor(Backfills backfills) {
        this.backfills = backfills;
    }

    /** How far it is, as JSON. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            String state,
            String file,
            long items,
            long accepted,
            long rejected,
            String startedAt,
            String updatedAt,
            String error) {

        static Progress of(Backfill backfill) {
            return new Progress(
                    backfill.state().name().toLowerCase(Locale.ROOT),
                    backfill.at().file(),
                    backfill.at().items(),
                    backfill.accepted(),
                    backfill.rejected(),
                    backfill.startedAt().toString(),
                    backfill.updatedAt().toString(),
                    backfill.error());
        }
    }

    Future<Answer> begin(String id, HttpServerRequest request, Context eventLoop) {
        return Future.fromCompletionStage(backfills.begin(id), eventLoop)
                .map(
                        begun ->
                                switch (begun) {
                                    case BEGUN -> begun(id);
                                    case RUNNING -> Problem.backfillRunning();
                                    case NOT_THIS_TYPE -> Problem.nothingToTakeIn();
                                    case NO_SOURCE -> Problem.notFound(request.path());
                                });
    }

    private static Answer begun(String id) {
        return Answer.json(202, Map.of("state", "running"))
                .with(Map.of(HttpHeaders.LOCATION, "/v1/sources/" + id + "/backfill"));
    }

    /** Once as JSON, or as it goes on where the caller reads events. */
    Future<Answer> progress(String id, HttpServerRequest request, Context eventLoop) {
        return Future.fromCompletionStage(backfills.find(id), eventLoop)
                .map(
                        found -> {
                            if (found.isEmpty()) {
                                return Problem.notFound(request.path());
                            }
                            if (!String.valueOf(request.getHeader(HttpHeaders.ACCEPT))
                                    .contains(EVENTS)) {
                                return Answer.json(200, Progress.of(found.get()));
                            }
                            open(request.response());
                            tell(id, found, request.response(), eventLoop);
                            return Answer.already();
                        });
    }

    private static void open(HttpServerResponse response) {
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, EVENTS)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** An event for each half second, until it is over or nobody listens any more. */
    private void tell(
            String id, Optional<Backfill> found, HttpServerResponse response, Context eventLoop) {
        if (response.closed() || found.isEmpty()) {
            response.end();
            return;
        }
        Backfill backfill = found.get();
        if (response.writeQueueFull() && backfill.state() == Backfill.State.RUNNING) {
            later(id, found, response, eventLoop); // it does not read; the next one says more
            return;
        }
        response.write("event: progress\ndata: " + JsonBody.write(Progress.of(backfill)) + "\n\n");
        if (backfill.state() != Backfill.State.RUNNING) {
            response.end();
            return;
        }
        later(id, found, response, eventLoop);
    }

    private void later(
            String id, Optional<Backfill> found, HttpServerResponse response, Context eventLoop) {
        eventLoop
                .owner()
                .setTimer(
                        BETWEEN_MILLIS,
                        next ->
                                Future.fromCompletionStage(backfills.find(id), eventLoop)
                                        .onSuccess(now -> tell(id, now, response, eventLoop))
                                        .onFailure(away -> tell(id, found, response, eventLoop)));
    }
}
