package org.upstander.ingest.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns bytes into characters as whoever wrote them meant it, or probably did. */
final class Letters {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Letters() {}

    /**
     * @param charset as it is named, or null
     */
    static String of(byte[] bytes, String charset) {
        Charset named = named(charset);
        if (named != null && !named.equals(StandardCharsets.US_ASCII)) {
            return new String(bytes, named);
        }
        String utf8 = utf8(bytes);
        return utf8 == null ? new String(bytes, WESTERN) : utf8;
    }

    private static Charset named(String charset) {
        try {
            return charset == null ? null : Charset.forName(charset.strip());
        } catch (IllegalArgumentException e) {
            return null; // one that nobody knows
        }
    }

    /** Null where it is none; a last character may be cut. */
    private static String utf8(byte[] bytes) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        return decoder.decode(ByteBuffer.wrap(bytes), text, false).isError()
                ? null
                : text.flip().toString();
    }
}
