package org.upstander.ingest.application.poll;

import java.util.concurrent.CompletionStage;
import org.upstander.ingest.domain.Needs;
import org.upstander.ingest.domain.Source;

/** How places of one type are asked for posts. Stateless: what it remembers is the cursor. */
public interface Poller {

    /** As sources name it in {@code type}. */
    String type();

    /** What its sources must be told. */
    Needs needs();

    /**
     * Whether asking is listening for a while: it takes no turn from those that answer at once, and
     * its host may be asked for other things meanwhile.
     */
    default boolean listens() {
        return false;
    }

    /**
     * Asks once.
     *
     * @param cursor what the last answer said, empty for the first time
     * @return never fails
     */
    CompletionStage<Polled> poll(Source source, String cursor);

    /**
     * Asks as for the first time, and leaves nothing behind.
     *
     * @return never fails
     */
    default CompletionStage<Polled> probe(Source source) {
        return poll(source, "");
    }
}
