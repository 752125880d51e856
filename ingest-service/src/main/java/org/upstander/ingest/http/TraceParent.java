package org.upstander.ingest.http;

import io.vertx.core.http.HttpServerRequest;

/** The W3C trace context of a caller. */
final class TraceParent {

    private static final String NAME = "traceparent";
    private static final int LENGTH = 55;

    private TraceParent() {}

    /** As sent, or null when there is none or it is not of the form that the standard gives. */
    static String of(HttpServerRequest request) {
        String value = request.getHeader(NAME);
        return value != null && wellFormed(value) ? value : null;
    }

    static boolean wellFormed(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = value.charAt(i);
            boolean dash = i == 2 || i == 35 || i == 52;
            boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            if (dash ? c != '-' : !hex) {
                return false;
            }
        }
        return true;
    }
}
