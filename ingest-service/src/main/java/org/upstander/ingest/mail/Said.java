package org.upstander.ingest.mail;

import java.util.ArrayList;
import java.util.List;
import org.upstander.ingest.reading.Html;

/**
 * What a message says, piece by piece.
 *
 * @param pieces in their order
 */
record Said(List<Piece> pieces) {

    static final Said NOTHING = new Said(List.of());

    Said {
        pieces = List.copyOf(pieces);
    }

    /**
     * A piece of it.
     *
     * @param html whether it is marked up
     */
    record Piece(boolean html, String text) {

        /** The same as markup, lines kept. */
        private String marked() {
            return html ? text : Html.lines(text);
        }
    }

    boolean isBlank() {
        return pieces.stream().allMatch(piece -> piece.text.isBlank());
    }

    /** Whether nothing of it is marked up. */
    boolean isPlain() {
        return pieces.stream().noneMatch(Piece::html);
    }

    /** The same under a title. */
    Said under(String title) {
        if (title == null || title.isEmpty()) {
            return this;
        }
        List<Piece> titled = new ArrayList<>();
        titled.add(new Piece(false, title + "\n"));
        titled.addAll(pieces);
        return new Said(titled);
    }

    /** All of it, where it is plain. */
    String text() {
        return String.join("\n", pieces.stream().map(Piece::text).toList()).strip();
    }

    /** All of it as markup. */
    String html() {
        return String.join("<br>", pieces.stream().map(Piece::marked).toList());
    }
}
