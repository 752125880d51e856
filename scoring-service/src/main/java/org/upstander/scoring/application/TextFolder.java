package org.upstander.scoring.application;

import org.upstander.scoring.domain.FoldedText;

/** Turns a text into the form that is matched and judged. Thread-safe; linear in the text. */
public interface TextFolder {
    FoldedText fold(String text);
}
