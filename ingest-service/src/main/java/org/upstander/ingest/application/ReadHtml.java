package org.upstander.ingest.application;

import org.upstander.ingest.domain.Reading;

/** Reads markup as a person would. */
public interface ReadHtml {

    /**
     * The visible text on one line, with a space where a block or a line ends, and which of it is
     * marked as a quote.
     *
     * @param html anything, also broken and hostile
     */
    Reading read(String html);
}
