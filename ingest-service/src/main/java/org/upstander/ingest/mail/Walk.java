package org.upstander.ingest.mail;

import java.util.ArrayList;
import java.util.List;

/** Goes through the parts of a message: for so long, and so deep, as honest ones go. */
final class Walk {

    static final int DEPTH = 20;
    static final int PARTS = 1_000;

    /** More than a post keeps, so that a longer text is known to be cut. */
    private static final int PLAIN_CHARACTERS = 70_000;

    private static final int HTML_CHARACTERS = 512 * 1024;
    private static final int BYTES = 1024 * 1024;

    private final List<MimePart> carried = new ArrayList<>();
    private int partsLeft = PARTS;
    private int charactersLeft = HTML_CHARACTERS;
    private boolean limited;

    /** Parts that carry a message. */
    List<MimePart> carried() {
        return carried;
    }

    /** Whether there was more than it went through. */
    boolean isLimited() {
        return limited;
    }

    Said through(MimePart message) {
        return through(message, 0);
    }

    private Said through(MimePart part, int depth) {
        if (depth > DEPTH || partsLeft == 0) {
            limited = true;
            return Said.NOTHING;
        }
        partsLeft--;
        MediaType type = part.type();
        if (type.isMultipart()) {
            List<Said> inside = new ArrayList<>();
            part.parts(partsLeft + 1).forEach(one -> inside.add(through(one, depth + 1)));
            return type.isAlternative() ? best(inside) : together(inside);
        }
        if (type.isMessage()) {
            carried.add(part);
            return Said.NOTHING;
        }
        return (type.isPlain() || type.isHtml()) && !part.isAttachment()
                ? read(part)
                : Said.NOTHING;
    }

    /** The first that is plain and says something, or else the first that says something. */
    private static Said best(List<Said> forms) {
        return forms.stream()
                .filter(form -> form.isPlain() && !form.isBlank())
                .findFirst()
                .or(() -> forms.stream().filter(form -> !form.isBlank()).findFirst())
                .orElse(Said.NOTHING);
    }

    private static Said together(List<Said> inside) {
        return new Said(inside.stream().flatMap(one -> one.pieces().stream()).toList());
    }

    private Said read(MimePart part) {
        boolean html = part.type().isHtml();
        int most = Math.min(charactersLeft, html ? HTML_CHARACTERS : PLAIN_CHARACTERS);
        String letters = Letters.of(part.decoded(BYTES), part.type().charset());
        String text = Chars.clean(Chars.firstOf(letters, most)).replace("\r\n", "\n");
        charactersLeft -= text.length();
        return new Said(List.of(new Said.Piece(html, text)));
    }
}
