package org.upstander.ingest.http;

import java.util.ArrayList;
import java.util.List;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Violation;

/**
 * Finds the items of a JSON body without parsing them: each is then read on its own, so that a bad
 * one cannot take its neighbours along.
 *
 * @param single whether the body is one object, not an array
 * @param slices in order
 */
record JsonItems(boolean single, List<Slice> slices) {

    /**
     * Splits a body.
     *
     * @throws BadRequest when it is neither an object nor an array, when brackets or quotes do not
     *     match, or when the array is longer than {@link HttpLimits#ARRAY_ITEMS}
     */
    static JsonItems of(byte[] body) {
        return new Splitter(body).split();
    }

    private static final class Splitter {

        private final byte[] data;
        private int at;

        private Splitter(byte[] data) {
            this.data = data;
        }

        private JsonItems split() {
            skipByteOrderMark();
            skipSpace();
            if (at == data.length) {
                throw malformed("The body is empty: send a JSON object or an array of objects.");
            }
            if (data[at] == '{') {
                return new JsonItems(true, List.of(new Slice(data, at, data.length)));
            }
            if (data[at] != '[') {
                throw malformed("The body is no JSON object and no JSON array: send one of these.");
            }
            at++;
            return new JsonItems(false, array());
        }

        private List<Slice> array() {
            List<Slice> items = new ArrayList<>();
            skipSpace();
            if (here() == ']') {
                at++;
            } else {
                do {
                    skipSpace();
                    int from = at;
                    skipValue();
                    items.add(new Slice(data, from, at));
                    if (items.size() > HttpLimits.ARRAY_ITEMS) {
                        throw tooMany();
                    }
                    skipSpace();
                } while (separator());
            }
            skipSpace();
            if (at < data.length) {
                throw malformed("Something follows the array: send one JSON value only.");
            }
            return items;
        }

        /** Whether another item follows; steps over the comma or the closing bracket. */
        private boolean separator() {
            byte found = here();
            at++;
            if (found == ',') {
                return true;
            }
            if (found == ']') {
                return false;
            }
            throw malformed("The array is no JSON near byte " + at + ": a comma or ] is missing.");
        }

        private void skipValue() {
            int from = at;
            int depth = 0;
            do {
                byte next = here();
                if (next == '"') {
                    skipString();
                } else if (next == '{' || next == '[') {
                    depth++;
                    at++;
                } else if (next == '}' || next == ']') {
                    depth--;
                    at++;
                } else if (depth > 0) {
                    at++;
                } else {
                    skipScalar();
                }
            } while (depth > 0);
            if (at == from || depth < 0) {
                throw malformed("The array is no JSON near byte " + at + ": an item is missing.");
            }
        }

        private void skipScalar() {
            while (at < data.length && data[at] != ',' && data[at] != ']' && data[at] > ' ') {
                at++;
            }
        }

        private void skipString() {
            at++;
            while (here() != '"') {
                at += data[at] == '\\' ? 2 : 1;
            }
            at++;
        }

        private byte here() {
            if (at >= data.length) {
                throw malformed("The array does not end: a bracket or a quote is not closed.");
            }
            return data[at];
        }

        private void skipSpace() {
            while (at < data.length && isSpace(data[at])) {
                at++;
            }
        }

        private void skipByteOrderMark() {
            if (data.length >= 3
                    && data[0] == (byte) 0xEF
                    && data[1] == (byte) 0xBB
                    && data[2] == (byte) 0xBF) {
                at = 3;
            }
        }

        private static boolean isSpace(byte b) {
            return b == ' ' || b == '\n' || b == '\r' || b == '\t';
        }

        private static BadRequest malformed(String detail) {
            return BadRequest.invalid(Violation.of("", RejectReason.MALFORMED, detail));
        }

        private static BadRequest tooMany() {
            return BadRequest.invalid(
                    Violation.over(
                            "",
                            HttpLimits.ARRAY_ITEMS,
                            "The array has more than 1000 items: split it, or send posts as"
                                    + " application/x-ndjson, which has no limit."));
        }
    }
}
