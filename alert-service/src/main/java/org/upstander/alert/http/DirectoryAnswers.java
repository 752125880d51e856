package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.upstander.alert.application.directory.DeleteResult;
import org.upstander.alert.application.directory.EntryPage;
import org.upstander.alert.application.directory.PutResult;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.application.directory.Violation;
import org.upstander.alert.application.reading.Cursors;

/** Answers that staff, contacts and policies have in common. */
@ApplicationScoped
class DirectoryAnswers {

    private final Cursors cursors;

    DirectoryAnswers(Cursors cursors) {
        this.cursors = cursors;
    }

    /** 201 for a new entry, 200 else; 400 with what is wrong; 412 when it changed meanwhile. */
    <T, V> Response put(
            PutResult<T> result, String path, BiFunction<Stored<T>, List<Violation>, V> view) {
        if (result instanceof PutResult.Kept<T> kept) {
            Response.ResponseBuilder answer =
                    kept.created() ? Response.created(URI.create(path)) : Response.ok();
            return answer.tag(tag(kept.entry()))
                    .entity(view.apply(kept.entry(), kept.warnings()))
                    .build();
        }
        if (result instanceof PutResult.Refused<T> refused) {
            throw Problems.refused(refused.violations());
        }
        throw Problems.problem(
                Status.PRECONDITION_FAILED,
                "Changed meanwhile",
                "If-Match names another version than the one kept; GET it again, then PUT.");
    }

    <T, V> Response found(
            Optional<Stored<T>> entry,
            Request request,
            String what,
            String id,
            BiFunction<Stored<T>, List<Violation>, V> view) {
        Stored<T> found = entry.orElseThrow(Problems.notFound(what, id));
        EntityTag tag = tag(found);
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return same != null
                ? same.tag(tag).build()
                : Response.ok(view.apply(found, null)).tag(tag).build();
    }

    Response deleted(DeleteResult result, String what, String id) {
        if (result instanceof DeleteResult.InUse inUse) {
            throw Problems.problem(
                    Status.CONFLICT,
                    "In use",
                    "%s %s is named by %s; change those first."
                            .formatted(what, id, String.join(", ", inUse.by())));
        }
        if (result instanceof DeleteResult.Unknown) {
            throw Problems.notFound(what, id).get();
        }
        return Response.noContent().build();
    }

    /**
     * @param source what comes after an id, at most so many
     * @param list its name, which a cursor is good for
     */
    <T, V> Uni<Lists<V>> page(
            BiFunction<String, Integer, Uni<EntryPage<T>>> source,
            String list,
            PageParameters part,
            BiFunction<Stored<T>, List<Violation>, V> view) {
        return source.apply(after(list, part.cursor), Lists.limit(part.limit))
                .map(
                        page ->
                                new Lists<>(
                                        page.items().stream()
                                                .map(item -> view.apply(item, null))
                                                .toList(),
                                        page.next()
                                                .map(id -> cursors.seal(list, id))
                                                .orElse(null)));
    }

    private String after(String list, String cursor) {
        return cursor == null || cursor.isEmpty()
                ? ""
                : cursors.open(list, cursor)
                        .orElseThrow(
                                () ->
                                        Problems.parameter(
                                                "cursor",
                                                "is not one of this list; leave it out to begin again"));
    }

    /** The version that an {@code If-Match} header demands, if any. */
    static Optional<Instant> version(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || "*".equals(ifMatch.strip())) {
            return Optional.empty();
        }
        try {
            long micros = Long.parseLong(ifMatch.strip().replace("\"", ""), Character.MAX_RADIX);
            return Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        } catch (NumberFormatException e) {
            return Optional.of(Instant.EPOCH); // no entry has this version
        }
    }

    /** The body's id, where it has one, must be the path's. */
    static void sameId(String path, String body) {
        if (body != null && !body.equals(path)) {
            throw Problems.refused("/id", "must be the id of the path, or be left out");
        }
    }

    static EntityTag tag(Stored<?> entry) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, entry.updatedAt());
        return new EntityTag(Long.toString(micros, Character.MAX_RADIX));
    }
}
