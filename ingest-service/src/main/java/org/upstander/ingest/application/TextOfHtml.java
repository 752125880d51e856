package org.upstander.ingest.application;

/** Reads markup as a person would. */
public interface TextOfHtml {

    /**
     * The visible text on one line, with a space where a block or a line ends.
     *
     * @param html anything, also broken and hostile
     */
    String textOf(String html);
}
