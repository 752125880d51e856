package org.upstander.ingest.http;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Cuts bytes that come in pieces into lines, and keeps the lines until they are taken. */
final class Lines {

    private static final byte[] NOTHING = {};

    private final Deque<Slice> complete = new ArrayDeque<>();
    private long waitingBytes;
    private ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean passingOver;
    private boolean first = true;

    /** Adds a piece; it must not be changed later. */
    void add(byte[] piece) {
        int from = 0;
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] == '\n') {
                endLine(piece, from, i);
                from = i + 1;
            }
        }
        beginLine(piece, from);
    }

    /** Ends the last line, which needs no line break. */
    void end() {
        endLine(NOTHING, 0, 0);
    }

    boolean isEmpty() {
        return complete.isEmpty();
    }

    /** Whether as much waits as should be held in memory. */
    boolean full() {
        return complete.size() >= HttpLimits.CHUNK_LINES || waitingBytes >= HttpLimits.CHUNK_BYTES;
    }

    /** Takes the first lines, at most {@link HttpLimits#CHUNK_LINES}. */
    List<Slice> take() {
        int count = Math.min(complete.size(), HttpLimits.CHUNK_LINES);
        List<Slice> taken = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Slice line = complete.removeFirst();
            waitingBytes -= line.length();
            taken.add(line);
        }
        return taken;
    }

    private void endLine(byte[] piece, int from, int to) {
        if (passingOver) {
            passingOver = false;
            complete.add(Slice.TOO_LONG);
            return;
        }
        if (begun.size() == 0) {
            addLine(piece, from, to);
        } else {
            begun.write(piece, from, to - from);
            byte[] whole = begun.toByteArray();
            begun = new ByteArrayOutputStream();
            addLine(whole, 0, whole.length);
        }
    }

    private void addLine(byte[] data, int from, int to) {
        int start = first && beginsWithByteOrderMark(data, from, to) ? from + 3 : from;
        first = false;
        while (start < to && isSpace(data[start])) {
            start++;
        }
        if (start == to) {
            return; // a blank line is no item
        }
        if (to - start > HttpLimits.LINE_BYTES) {
            complete.add(Slice.TOO_LONG);
            return;
        }
        complete.add(new Slice(data, start, to));
        waitingBytes += to - start;
    }

    private void beginLine(byte[] piece, int from) {
        if (from == piece.length || passingOver) {
            return;
        }
        begun.write(piece, from, piece.length - from);
        if (begun.size() > HttpLimits.LINE_BYTES) {
            passingOver = true;
            begun = new ByteArrayOutputStream();
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\r' || b == '\t';
    }

    private static boolean beginsWithByteOrderMark(byte[] data, int from, int to) {
        return to - from >= 3
                && data[from] == (byte) 0xEF
                && data[from + 1] == (byte) 0xBB
                && data[from + 2] == (byte) 0xBF;
    }
}
