package org.upstander.alert.domain.pattern;

import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.Assessment;

/**
 * Something private was made public, which is the worst at once whatever the tone, or was asked
 * for, which is nearly as bad.
 */
public final class Doxxing {

    private static final String CATEGORY = "doxxing";
    private static final String PROTECTED = "protected";

    private Doxxing() {}

    /** What an assessment says about private data. */
    public static Optional<Finding> find(Assessment assessment) {
        boolean exposed = PROTECTED.equals(assessment.binding());
        if (!assessment.pages(1) || !exposed && !assessment.categories().contains(CATEGORY)) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        PatternKind.DOXXING,
                        exposed ? 4 : 3,
                        exposed
                                ? "Doxxing: something that is protected was made public"
                                : "Doxxing: private data is asked for or hinted at",
                        List.of(assessment.id())));
    }
}
