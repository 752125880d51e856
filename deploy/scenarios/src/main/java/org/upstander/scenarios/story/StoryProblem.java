package org.upstander.scenarios.story;

import java.util.List;

/** A story that can't be played as it is written. */
public final class StoryProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param lines one for each thing that is wrong, with file, line, key and fix
     */
    StoryProblem(List<String> lines) {
        super(String.join(System.lineSeparator(), lines));
    }
}
