package org.upstander.ingest.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.upstander.ingest.domain.Passage;
import org.upstander.ingest.domain.Reading;

/**
 * Gathers what is visible, as {@link Element#text()} does but with a space around every block, and
 * where in it somebody is quoted: in a {@code blockquote}, or in the {@code aside} with which
 * Discourse shows a quote and who said it.
 */
final class VisibleText implements NodeVisitor {

    private static final Set<String> AS_WRITTEN = Set.of("pre", "plaintext", "title", "textarea");
    private static final int NO_BREAK_SPACE = 0xA0;
    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int SOFT_HYPHEN = 0xAD;

    private final StringBuilder text = new StringBuilder();
    private final List<Passage> quoted = new ArrayList<>();
    private int asWritten;
    private int quotes;
    private int quoteStart;

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            if (element.isBlock() || element.normalName().equals("br")) {
                part();
            }
            asWritten += AS_WRITTEN.contains(element.normalName()) ? 1 : 0;
            if (isQuote(element) && quotes++ == 0) {
                part();
                quoteStart = text.length();
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (isQuote(element) && --quotes == 0) {
                quoteEnds();
            }
            asWritten -= AS_WRITTEN.contains(element.normalName()) ? 1 : 0;
            if (element.isBlock()) {
                part();
            }
        }
    }

    Reading reading() {
        return new Reading(text.substring(0, lastSeen(0)), quoted);
    }

    private void quoteEnds() {
        int end = lastSeen(quoteStart);
        if (end > quoteStart) {
            quoted.add(new Passage(quoteStart, end));
        }
        part();
    }

    private int lastSeen(int from) {
        int end = text.length();
        while (end > from && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return end;
    }

    private static boolean isQuote(Element element) {
        return element.normalName().equals("blockquote")
                || element.normalName().equals("aside") && element.hasClass("quote");
    }

    /** What comes next does not belong to the word before. */
    private void part() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    private void append(String words) {
        if (asWritten > 0) {
            text.append(text.isEmpty() ? words.stripLeading() : words);
            return;
        }
        for (int at = 0; at < words.length(); ) {
            int sign = words.codePointAt(at);
            if (isSpace(sign)) {
                part();
            } else if (sign != ZERO_WIDTH_SPACE && sign != SOFT_HYPHEN) {
                text.appendCodePoint(sign);
            }
            at += Character.charCount(sign);
        }
    }

    private static boolean isSpace(int sign) {
        return " \t\n\f\r".indexOf(sign) >= 0 || sign == NO_BREAK_SPACE;
    }
}
