package org.upstander.alert.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.reading.Slice;

/** Answers to readers: JSON or CSV, with an ETag of what they would show. */
@ApplicationScoped
class Answers {

    static final String TEXT_CSV = "text/csv";

    private static final MediaType CSV = new MediaType("text", "csv", "UTF-8");
    private static final List<Variant> FORMATS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, new MediaType("text", "csv"))
                    .add()
                    .build();

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A part of a list as JSON or, where the caller prefers that, as CSV; the next as a Link
     * header.
     *
     * @param read the parameters that the part was asked for with
     */
    <T> Response list(
            Slice<T> slice,
            Parameters read,
            List<CsvText.Column<T>> columns,
            Request request,
            UriInfo uri) {
        Lists<T> list = new Lists<>(slice.items(), read.cursor(slice.end()));
        boolean csv = prefersCsv(request);
        byte[] body =
                csv
                        ? CsvText.of(columns, list.items()).getBytes(StandardCharsets.UTF_8)
                        : bytes(list);
        Response.ResponseBuilder answer =
                notModified(body, request).orElseGet(() -> Response.ok(body));
        type(answer, csv);
        if (list.next() != null) {
            answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next(list, uri)));
        }
        return answer.tag(tag(body))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /**
     * A table as JSON or CSV, that may be kept for half a minute: dashboards ask again and again.
     *
     * @param body with the rows in it
     * @param columns of the rows, for CSV
     * @param csv whether CSV is wanted
     */
    <T> Response table(
            Object body,
            List<T> rows,
            List<CsvText.Column<T>> columns,
            boolean csv,
            Request request) {
        byte[] bytes =
                csv ? CsvText.of(columns, rows).getBytes(StandardCharsets.UTF_8) : bytes(body);
        Response.ResponseBuilder answer =
                notModified(bytes, request).orElseGet(() -> Response.ok(bytes));
        type(answer, csv);
        return answer.tag(tag(bytes))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=30")
                .build();
    }

    /** Whether the caller would rather have CSV than JSON. */
    static boolean prefersCsv(Request request) {
        Variant wanted = request.selectVariant(FORMATS);
        return wanted != null && "csv".equals(wanted.getMediaType().getSubtype());
    }

    private static void type(Response.ResponseBuilder answer, boolean csv) {
        if (csv) {
            answer.type(CSV).header("Content-Disposition", "attachment; filename=\"export.csv\"");
        } else {
            answer.type(MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static String next(Lists<?> list, UriInfo uri) {
        URI next = uri.getRequestUriBuilder().replaceQueryParam("cursor", list.next()).build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }

    /** One thing as JSON. */
    Response one(Object body, Request request) {
        byte[] bytes = bytes(body);
        return notModified(bytes, request)
                .orElseGet(() -> Response.ok(bytes))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .tag(tag(bytes))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** A 304 where the caller has exactly this. */
    Optional<Response.ResponseBuilder> notModified(byte[] body, Request request) {
        return Optional.ofNullable(request.evaluatePreconditions(tag(body)));
    }

    byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EntityTag tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return new EntityTag(HexFormat.of().formatHex(digest, 0, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
