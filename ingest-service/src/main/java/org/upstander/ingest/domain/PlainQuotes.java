package org.upstander.ingest.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds quotes in plain text as mail, Markdown (CommonMark 0.31, 5.1, but no line that goes on
 * without its sign) and bulletin boards write them: lines that begin with {@code >}, and what
 * stands between {@code [quote]} and {@code [/quote]}. What is fenced as code is none.
 */
public final class PlainQuotes {

    private static final int INDENT = 3;
    private static final String OPEN = "[quote";
    private static final String CLOSE = "[/quote]";

    private final String text;
    private final List<Passage> found = new ArrayList<>();
    private int open = -1;
    private int depth;
    private String fence;

    private PlainQuotes(String text) {
        this.text = text;
    }

    /** In order, apart from each other; a quote within a quote belongs to the outer one. */
    public static List<Passage> in(String text) {
        return text.indexOf('>') < 0 && text.indexOf('[') < 0
                ? List.of()
                : new PlainQuotes(text).lines();
    }

    private List<Passage> lines() {
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            line(start, end);
            start = end + 1;
        }
        return found;
    }

    private void line(int start, int end) {
        int first = firstSign(start, end);
        if (depth == 0 && isFence(first, end)) {
            fence = fence == null ? text.substring(first, first + 3) : null;
        } else if (depth == 0 && fence == null && first < end && text.charAt(first) == '>') {
            add(start, end);
        } else if (fence == null) {
            tags(start, end);
        }
    }

    /** Where the line begins that is indented by three blanks at most; its end otherwise. */
    private int firstSign(int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        return at - start <= INDENT ? at : end;
    }

    private boolean isFence(int at, int end) {
        if (at + 3 > end) {
            return false;
        }
        String sign = text.substring(at, at + 3);
        return fence == null ? sign.equals("```") || sign.equals("~~~") : sign.equals(fence);
    }

    private void tags(int start, int end) {
        int at = text.indexOf('[', start);
        while (at >= 0 && at < end) {
            if (is(CLOSE, at) && depth > 0) {
                depth--;
                if (depth == 0 && at > open) {
                    add(open, at);
                }
            } else if (is(OPEN, at)) {
                int behind = text.indexOf(']', at);
                if (behind < 0 || behind >= end) {
                    return;
                }
                open = depth == 0 ? behind + 1 : open;
                depth++;
            }
            at = text.indexOf('[', at + 1);
        }
    }

    private boolean is(String tag, int at) {
        return text.regionMatches(true, at, tag, 0, tag.length())
                && (!tag.equals(OPEN) || endsName(at + OPEN.length()));
    }

    private boolean endsName(int at) {
        return at < text.length() && "= ]".indexOf(text.charAt(at)) >= 0;
    }

    /** Lines one after the other are one quote. */
    private void add(int start, int end) {
        Passage last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (last != null && last.end() + 1 == start && text.charAt(last.end()) == '\n') {
            found.set(found.size() - 1, new Passage(last.start(), end));
        } else {
            found.add(new Passage(start, end));
        }
    }
}
