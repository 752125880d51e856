package org.upstander.scoring.binding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Span;

/** Collects every place of identifiers of which it is known that the text exposes them. */
final class ExposedPlaces extends CandidateSink {
    /** The end of a number that is dialled as it is, near where its owner lives. */
    private static final int LOCAL_NUMBER = 7;

    private final FoldedText text;
    private final Set<String> exposed;
    private final Set<Span> places = new LinkedHashSet<>();

    /**
     * @param exposed as {@code kind:normal form}
     */
    ExposedPlaces(FoldedText text, Set<String> exposed) {
        super(text);
        this.text = text;
        this.exposed = exposed;
    }

    List<Span> places() {
        return List.copyOf(places);
    }

    @Override
    void normal(String kind, String normal, int start, int end) {
        if (exposed.contains(kind + ":" + normal) || isEndOfNumber(kind, normal)) {
            places.add(text.originalSpan(start, end));
        }
    }

    @Override
    boolean isFull() {
        return false;
    }

    /** The country's and the area's code may be left out where a number is told again. */
    private boolean isEndOfNumber(String kind, String normal) {
        return kind.equals("phone")
                && normal.length() >= LOCAL_NUMBER
                && exposed.stream()
                        .anyMatch(one -> one.startsWith("phone:") && one.endsWith(normal));
    }
}
