package org.upstander.scoring.application;

import java.util.List;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Recognised;
import org.upstander.scoring.domain.Span;

/** Says whom of the staff a post means. Compiled for one roster; immutable and thread-safe. */
public interface Binder {

    /** Nobody is on the roster. */
    Binder NOBODY = (post, text) -> Recognised.NOBODY;

    /**
     * Returns at most one mention for each member of staff, and the names that may mean several.
     *
     * @param text {@code post}'s text, folded
     */
    Recognised bind(Post post, FoldedText text);

    /**
     * Every place where a protected identifier of anybody on the roster stands, in UTF-16 code
     * units of the original; places may overlap. Looks harder than {@link #bind}, because it is
     * asked only about what is to be shown to somebody.
     */
    default List<Span> exposed(FoldedText text) {
        return List.of();
    }
}
