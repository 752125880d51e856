package org.upstander.ingest.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/** How a body is written, by its headers. */
enum Format {
    JSON,
    NDJSON;

    private static final String READ_HERE = "application/json or application/x-ndjson";

    /**
     * @throws BadRequest for what is not read here, with what to send instead
     */
    static Format of(HttpServerRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw BadRequest.unsupported(
                    "Content-Encoding is not supported: send the body uncompressed.");
        }
        String given = request.getHeader("Content-Type");
        // Nothing said is JSON: nothing else comes to this door.
        if (given == null || given.equals("application/json")) {
            return JSON;
        }
        String[] parts = given.toLowerCase(Locale.ROOT).split(";", -1);
        requireUtf8(parts);
        return switch (parts[0].strip()) {
            case "application/json" -> JSON;
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> NDJSON;
            default ->
                    throw BadRequest.unsupported(
                            "This Content-Type is not read here: send " + READ_HERE + ".");
        };
    }

    private static void requireUtf8(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=")
                    && !parameter.equals("charset=utf-8")
                    && !parameter.equals("charset=us-ascii")) {
                throw BadRequest.unsupported(
                        "The charset is not supported: encode the body as UTF-8.");
            }
        }
    }
}
