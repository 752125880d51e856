package org.upstander.scoring.application;

import org.upstander.scoring.domain.OpinionOutcome;
import org.upstander.scoring.domain.Verdict;

/** Somebody outside of this process who may be asked what a text does to a person. */
public interface Adviser {

    /**
     * Asks, and waits for the answer no longer than the adviser's own limit. Thread-safe; never
     * fails, because a post must be scored without an answer too.
     *
     * @param text in which the person is a placeholder
     * @param answered whether the text answers the person: "you" in it means them
     */
    Advice ask(String text, boolean answered);

    /** An answer, or why there is none. */
    sealed interface Advice {

        /**
         * @param confidence 0 to 1
         */
        record Given(Verdict verdict, double confidence) implements Advice {}

        /**
         * @param why timeout, failed or invalid
         */
        record Missing(OpinionOutcome why) implements Advice {}
    }
}
