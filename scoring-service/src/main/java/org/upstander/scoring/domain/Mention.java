package org.upstander.scoring.domain;

import java.util.List;

/**
 * That a post means one member of staff, how that is known, and where it says so.
 *
 * @param staffId who is meant
 * @param how the strongest of the ways in which they were recognised
 * @param span the words that bound; (0, 0) where the relation of the post did
 * @param spans every place that means the same person, in order; may be empty
 * @param titleSpans the same in the thread's title
 * @param confidence 0 to 1
 * @param answered whether the post answers this person: "you" in it means them
 * @param junior whether the bar is lower for this person
 * @param attackThreshold this person's own bar, see {@link StaffMember#attackThreshold()}; or null
 * @param protectedKind {@code phone, email, street, handle} or {@code name} with {@link
 *     BindingKind#PROTECTED}; null otherwise
 */
public record Mention(
        String staffId,
        BindingKind how,
        Span span,
        List<Span> spans,
        List<Span> titleSpans,
        double confidence,
        boolean answered,
        boolean junior,
        Double attackThreshold,
        String protectedKind) {

    public Mention {
        spans = List.copyOf(spans);
        titleSpans = List.copyOf(titleSpans);
    }

    /** The same person as the thread's title names them. */
    public Mention inTitle() {
        return new Mention(
                staffId,
                how,
                span,
                titleSpans,
                titleSpans,
                confidence,
                false,
                junior,
                attackThreshold,
                null);
    }
}
