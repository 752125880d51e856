package org.upstander.scoring.application;

import org.upstander.scoring.domain.Assessment;

/** Looks at what the judge said before it counts. Thread-safe; never fails. */
public interface Reviewer {

    /** The judge's word stands. */
    Reviewer NONE = (judged, mention) -> judged;

    /** Returns what is to count: mostly {@code judged} itself. */
    Assessment review(Assessment judged, MentionInPost mention);
}
