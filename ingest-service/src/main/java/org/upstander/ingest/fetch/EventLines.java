package org.upstander.ingest.fetch;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * Puts server-sent events together (WHATWG HTML, 9.2): what is read of a line or an event is
 * bounded, comments and other fields are passed over.
 */
final class EventLines {

    private final BiConsumer<String, String> sink;
    private final int longest;
    private Buffer line = Buffer.buffer();
    private boolean afterReturn;
    private String event = "";
    private StringBuilder data = new StringBuilder();
    private boolean first = true;

    /**
     * @param longest bytes of a line and characters of what an event says
     * @param sink gets the name of each event, or null where it has none, and what it says
     */
    EventLines(int longest, BiConsumer<String, String> sink) {
        this.longest = longest;
        this.sink = sink;
    }

    /**
     * @return whether all of it can be read; nothing may come after something that cannot
     */
    boolean take(Buffer part) {
        int from = 0;
        for (int at = 0; at < part.length(); at++) {
            byte b = part.getByte(at);
            if (b == '\n' && afterReturn) {
                from = at + 1; // the second half of one line end
            } else if (b == '\n' || b == '\r') {
                line.appendBuffer(part, from, at - from);
                from = at + 1;
                if (!endOfLine()) {
                    return false;
                }
            }
            afterReturn = b == '\r';
        }
        line.appendBuffer(part, from, part.length() - from);
        return line.length() <= longest;
    }

    private boolean endOfLine() {
        if (line.length() > longest) {
            return false;
        }
        String text = line.toString(StandardCharsets.UTF_8);
        line = Buffer.buffer();
        if (first && text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        first = false;
        if (text.isEmpty()) {
            dispatch();
            return true;
        }
        int colon = text.indexOf(':');
        String value = colon < 0 ? "" : text.substring(colon + 1);
        field(
                colon < 0 ? text : text.substring(0, colon),
                value.startsWith(" ") ? value.substring(1) : value);
        return data.length() <= longest;
    }

    /** A comment has no name. */
    private void field(String name, String value) {
        if ("event".equals(name)) {
            event = value;
        } else if ("data".equals(name)) {
            data.append(value).append('\n');
        }
    }

    private void dispatch() {
        if (data.length() > 0) {
            data.setLength(data.length() - 1);
            sink.accept(event.isEmpty() ? null : event, data.toString());
        }
        event = "";
        data = new StringBuilder();
    }
}
