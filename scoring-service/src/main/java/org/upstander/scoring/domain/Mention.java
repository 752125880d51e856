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
 * @param parentSpans the same in the text of the post that is answered
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
        List<Span> parentSpans,
        double confidence,
        boolean answered,
        boolean junior,
        Double attackThreshold,
        String protectedKind) {

    /** Of somebody who is named nowhere but in the text. */
    public Mention(
            String staffId,
            BindingKind how,
            Span span,
            List<Span> spans,
            double confidence,
            boolean answered,
            boolean junior,
            String protectedKind) {
        this(
                staffId,
                how,
                span,
                spans,
                List.of(),
                List.of(),
                confidence,
                answered,
                junior,
                null,
                protectedKind);
    }

    public Mention {
        spans = List.copyOf(spans);
        titleSpans = List.copyOf(titleSpans);
        parentSpans = List.copyOf(parentSpans);
    }

    /** The same, with where else they are named. */
    public Mention named(List<Span> inTitle, List<Span> inParent) {
        return new Mention(
                staffId,
                how,
                span,
                spans,
                inTitle,
                inParent,
                confidence,
                answered,
                junior,
                attackThreshold,
                protectedKind);
    }

    /** The same with this person's own bar, or null for that of everybody. */
    public Mention withThreshold(Double bar) {
        return bar == null
                ? this
                : new Mention(
                        staffId,
                        how,
                        span,
                        spans,
                        titleSpans,
                        parentSpans,
                        confidence,
                        answered,
                        junior,
                        bar,
                        protectedKind);
    }

    /** The same person as the thread's title names them. */
    public Mention inTitle() {
        return elsewhere(titleSpans);
    }

    /** The same person as the text of the answered post names them. */
    public Mention inParent() {
        return elsewhere(parentSpans);
    }

    private Mention elsewhere(List<Span> there) {
        return new Mention(staffId, how, span, there, confidence, false, junior, null);
    }
}
